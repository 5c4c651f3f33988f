import type { SectionExercise, SectionScores, SectionStudent } from "./section";
import { surenessOf } from "./sureness";

/** A lesson of a section's course with the exercises that count. */
export interface SectionLesson {
  readonly slug: string;
  readonly number: number;
  readonly title: string;
  readonly possible: number;
  readonly exercises: readonly SectionExercise[];
}

/** The lessons of a section's course that have exercises, in order. */
export function lessonsOf(exercises: readonly SectionExercise[]): SectionLesson[] {
  const lessons = new Map(exercises.map(({ lesson }) => [lesson.slug, lesson]));
  return [...lessons.values()].map((lesson) => {
    const own = exercises.filter((exercise) => exercise.lesson.slug === lesson.slug);
    const possible = own.reduce((sum, exercise) => sum + exercise.possible, 0);
    return { ...lesson, possible, exercises: own };
  });
}

/** What a student has at best of the points of some exercises, as a share of all of them, and in how many attempts. */
export function totalOf(
  { scores }: SectionStudent,
  exercises: readonly SectionExercise[],
): { readonly best: number; readonly first: number; readonly attempts: number } {
  const total = { best: 0, first: 0, attempts: 0 };
  let possible = 0;
  for (const exercise of exercises) {
    possible += exercise.possible;
    const score = scores[exercise.id];
    if (!score) continue;
    total.best += score.best * exercise.possible;
    total.first += score.first * exercise.possible;
    total.attempts += score.attempts;
  }
  if (possible === 0) return total;
  return { ...total, best: total.best / possible, first: total.first / possible };
}

/** How sure a section is of a skill. */
export interface CohortSkill {
  readonly id: string;
  readonly title: string;
  /** The mean over the students who tried it, from 0 to 1. */
  readonly share: number;
  /** Of how many students it was tried, and of how many of them it is shaky or sure. */
  readonly tried: number;
  readonly shaky: number;
  readonly sure: number;
}

/** The skills of a section's course that have exercises, those it is least sure of first, those nobody tried last. A
 *  student who has not tried a skill is not unsure of it, and counts for nothing in its mean. */
export function cohortSkills({ skills, exercises, students }: SectionScores): CohortSkill[] {
  const practised = skills.flatMap(({ id, title }) => {
    const own = exercises.filter((exercise) => exercise.skills.includes(id));
    return own.length > 0 ? [{ id, title, own }] : [];
  });
  return practised
    .map(({ id, title, own }) => {
      const each = students
        .map(({ scores }) => surenessOf(own.map((exercise) => scores[exercise.id] ?? null)))
        .filter(({ level }) => level !== "untried");
      const sum = each.reduce((total, { share }) => total + share, 0);
      return {
        id,
        title,
        share: each.length > 0 ? sum / each.length : 0,
        tried: each.length,
        shaky: each.filter(({ level }) => level === "shaky").length,
        sure: each.filter(({ level }) => level === "sure").length,
      };
    })
    .toSorted((a, b) => Number(a.tried === 0) - Number(b.tried === 0) || a.share - b.share);
}
