import "server-only";
import { pool } from "@/lib/db/client";
import type { ScoreEntry } from "@/lib/progress/lesson-progress";
import { studentsOfSection } from "../item/of-section";
import type { SectionCourse } from "./section-course";

/** A column of a section's progress: a lesson, or an exercise of the one that is open. */
export interface ProgressColumn {
  /** A lesson's slug, or an exercise's id. */
  readonly id: string;
  readonly title: string;
  readonly possible: number;
  /** Whether it is one exercise, whose cells lead to what was sent. */
  readonly isExercise: boolean;
}

/** How far one student is. */
export interface StudentProgress {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  /** The best share of the points of all the columns. */
  readonly all: number;
  /** By column, the same of its points; null where nothing was graded. */
  readonly cells: readonly (ScoreEntry | null)[];
}

export interface SectionProgress {
  readonly columns: readonly ProgressColumn[];
  /** By name. */
  readonly students: readonly StudentProgress[];
}

/** A column with the exercises that it adds up. */
interface Source extends ProgressColumn {
  readonly exercises: readonly { readonly id: string; readonly possible: number }[];
}

/** How far a section's students are in each lesson, or in each exercise of the lesson with this slug. Whoever calls it
 *  has checked that the viewer is of the section's staff. */
export async function listProgress(
  course: SectionCourse,
  opened: string | undefined,
): Promise<SectionProgress> {
  const sources = sourcesOf(course, opened);
  const rows = await listRows(course.id, sources);
  const possible = sources.reduce((sum, source) => sum + source.possible, 0);
  const students = rows.map(({ shares, ...student }) => {
    const cells: (ScoreEntry | null)[] = sources.map(() => null);
    let earned = 0;
    for (const [at, best, first, attempts] of shares ?? []) {
      const column = sources[at]!;
      earned += best;
      cells[at] = { best: share(best, column), first: share(first, column), attempts };
    }
    return { ...student, all: possible > 0 ? Math.min(1, earned / possible) : 0, cells };
  });
  return { columns: sources.map(({ exercises: _, ...column }) => column), students };
}

/** Sums of points come to all of them but for what float64 makes of it. */
const share = (points: number, { possible }: Source) =>
  possible > 0 ? Math.min(1, Math.round((points / possible) * 1e9) / 1e9) : 0;

function sourcesOf({ lessons }: SectionCourse, opened: string | undefined): Source[] {
  const lesson = lessons.find(({ slug }) => slug === opened);
  if (lesson) {
    return lesson.exercises.map(({ id, title, possible }) => ({
      id,
      title,
      possible,
      isExercise: true,
      exercises: [{ id, possible }],
    }));
  }
  return lessons.map(({ slug, number, title, exercises }) => ({
    id: slug,
    title: `${number}. ${title}`,
    possible: exercises.reduce((sum, { possible }) => sum + possible, 0),
    isExercise: false,
    exercises,
  }));
}

interface Row extends Pick<StudentProgress, "id" | "name" | "email"> {
  /** Column, points at best and at the first try, attempts; null where there are none. */
  readonly shares: readonly (readonly [number, number, number, number])[] | null;
}

/** A row a student, added up by the database: two thousand students with sixty scores each are a row each here. */
async function listRows(sectionId: string, sources: readonly Source[]): Promise<Row[]> {
  const exercises = sources.flatMap(({ exercises: own }, at) =>
    own.map(({ id, possible }) => ({ id, possible, at })),
  );
  const { rows } = await pool.query<Row>({
    name: "section-progress",
    text: `
      with ${studentsOfSection}, exercise_of as (
        select * from unnest($2::uuid[], $3::float8[], $4::int[]) as e(id, possible, at)
      ), added as (
        select s.user_id, e.at, sum(s.best * e.possible) as best, sum(s.first * e.possible) as first,
          sum(s.attempts) as attempts
        from student join score s on s.user_id = student.user_id
        join exercise_of e on e.id = s.exercise_id
        group by s.user_id, e.at
      ), shared as (
        select user_id, json_agg(json_build_array(at, best, first, attempts)) as shares
        from added group by user_id
      )
      select u.id, u.name, u.email, shared.shares
      from student join "user" u on u.id = student.user_id
      left join shared on shared.user_id = u.id
      order by u.name, u.id`,
    values: [
      sectionId,
      exercises.map(({ id }) => id),
      exercises.map(({ possible }) => possible),
      exercises.map(({ at }) => at),
    ],
  });
  return rows;
}
