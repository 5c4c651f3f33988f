import "server-only";
import { findExerciseVersion } from "@/lib/catalogue/exercise-version";
import { db, pool } from "@/lib/db/client";
import { inNames } from "@/lib/exercise/wording";
import { type ItemPlace, studentsOfSection } from "./of-section";

/** An exercise as one section did in it. */
export interface Item {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly possible: number;
  readonly lesson: {
    readonly course: string;
    readonly slug: string;
    readonly number: number;
    readonly title: string;
  };
  readonly section: { readonly id: string; readonly name: string };
  /** What its parts are called, as Markdown with TeX, by name. */
  readonly labels: Readonly<Record<string, string>>;
  /** How many students the section has. */
  readonly students: number;
  /** Of each student who has begun: who has had an answer graded. */
  readonly scores: readonly ItemScore[];
}

/** One student's scores as shares from 0 to 1. */
export interface ItemScore {
  readonly first: number;
  readonly best: number;
  /** At first try, of the points of the course's other exercises that the student has begun; null for none. */
  readonly rest: number | null;
}

/** An exercise of a section's course with the section's scores; null where there is none. Whoever calls it has checked
 *  that the viewer is of the section's staff, and that the exercise is of its course. */
export async function findItem(place: ItemPlace): Promise<Item | null> {
  const [exercise, section, scores] = await Promise.all([
    db.exercise.findUnique({ where: { id: place.exerciseId }, select: exerciseFields }),
    db.section.findUnique({ where: { id: place.sectionId }, select: sectionFields }),
    listScores(place),
  ]);
  if (!exercise || !section) return null;
  const { lesson, currentId, ...head } = exercise;
  const version = await findExerciseVersion(currentId ?? "");
  const labels = version?.exercise.parts.map(
    ({ name, label }) => [name, inNames(label) || name] as const,
  );
  const { _count, ...named } = section;
  return {
    ...head,
    lesson: { ...lesson, course: lesson.course.slug },
    labels: Object.fromEntries(labels ?? []),
    section: named,
    students: _count.enrollments,
    scores,
  };
}

const exerciseFields = {
  id: true,
  slug: true,
  title: true,
  possible: true,
  currentId: true,
  lesson: {
    select: { slug: true, number: true, title: true, course: { select: { slug: true } } },
  },
} as const;

const sectionFields = {
  id: true,
  name: true,
  _count: { select: { enrollments: { where: { role: "student", removedAt: null } } } },
} as const;

/** The rest is of the exercises that are shown and that the section takes, this one left out. */
async function listScores({ sectionId, exerciseId }: ItemPlace): Promise<ItemScore[]> {
  const { rows } = await pool.query<ItemScore>({
    name: "item-scores",
    text: `
      with ${studentsOfSection}, other as materialized (
        select x.id, x.possible
        from section c
        join lesson l on l.course_id = c.course_id and l.shown and l.id <> all(c.leaves_out)
        join exercise x on x.lesson_id = l.id and x.shown and x.id <> $2
        where c.id = $1
      )
      select s.first, s.best, (
        select sum(r.first * o.possible) / nullif(sum(o.possible), 0)
        from score r join other o on o.id = r.exercise_id
        where r.user_id = s.user_id
      ) as rest
      from student join score s on s.user_id = student.user_id and s.exercise_id = $2`,
    values: [sectionId, exerciseId],
  });
  return rows;
}
