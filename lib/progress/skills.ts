import type { Skill } from "@/lib/content";
import type { ExerciseProgress, LessonProgress } from "./lesson-progress";
import { type Sureness, surenessOf } from "./sureness";

/** A skill of a course as one learner stands in it. */
export interface SkillProgress extends Skill {
  readonly sureness: Sureness;
  /** Those that practise it, in the course's order. */
  readonly exercises: readonly SkillExercise[];
}

export interface SkillExercise extends ExerciseProgress {
  readonly lesson: Pick<LessonProgress, "slug" | "number" | "title">;
}

/** A learner's standing in each skill of a course, in the course's order. */
export function skillsOf(
  skills: readonly Skill[],
  lessons: readonly LessonProgress[],
): SkillProgress[] {
  const all = lessons.flatMap(({ slug, number, title, exercises }) =>
    exercises.map((exercise) => ({ ...exercise, lesson: { slug, number, title } })),
  );
  return skills.map((skill) => {
    const exercises = all.filter((exercise) => exercise.skills.includes(skill.id));
    return { ...skill, exercises, sureness: surenessOf(exercises.map(({ score }) => score)) };
  });
}

/** The skills that some of these build on, and what those build on, in the course's order. */
export function foundationsOf<S extends Skill>(ids: readonly string[], skills: readonly S[]): S[] {
  const found = new Set<string>();
  // A skill stands after all it builds on, so that one way back through the course meets them all.
  for (const { id, buildsOn } of skills.toReversed()) {
    if (ids.includes(id) || found.has(id)) for (const below of buildsOn) found.add(below);
  }
  return skills.filter(({ id }) => found.has(id));
}
