import { lessonsOf, totalOf } from "./cohort";
import type { ScoreEntry } from "./progress";
import type { SectionExercise, SectionScores } from "./section";

/** The scores of a section as its table shows them: a column for each lesson, or for one lesson and its exercises. It
 *  goes to the browser, so that it has no more than is shown. */
export interface ScoreGrid {
  readonly columns: readonly ScoreColumn[];
  readonly rows: readonly ScoreRow[];
}

export interface ScoreColumn {
  readonly id: string;
  readonly title: string;
  readonly possible: number;
  /** Whether its cells lead to what was sent. */
  readonly isExercise: boolean;
}

export interface ScoreRow {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  /** The share of all the course's points. */
  readonly all: number;
  /** By column; null where nothing was sent. */
  readonly cells: Readonly<Record<string, ScoreEntry | null>>;
}

interface Source extends ScoreColumn {
  readonly exercises: readonly SectionExercise[];
}

/** The grid of all lessons, or of the one with this slug. */
export function scoreGrid({ exercises, students }: SectionScores, opened?: string): ScoreGrid {
  const lessons = lessonsOf(exercises);
  const lesson = lessons.find(({ slug }) => slug === opened);
  const sources = (lesson ? [lesson] : lessons).map(
    ({ slug, number, title, possible, exercises: own }): Source => ({
      id: slug,
      title: `${number}. ${title}`,
      possible,
      isExercise: false,
      exercises: own,
    }),
  );
  for (const one of lesson?.exercises ?? []) {
    const { id, title, possible } = one;
    sources.push({ id, title, possible, isExercise: true, exercises: [one] });
  }
  const rows = students.map((student) => {
    const cells = sources.map((source) => {
      const total = totalOf(student, source.exercises);
      return [source.id, total.attempts > 0 ? total : null];
    });
    const { id, name, email } = student;
    const all = totalOf(student, exercises).best;
    return { id, name, email, all, cells: Object.fromEntries(cells) };
  });
  return { columns: sources.map(({ exercises: _, ...column }) => column), rows };
}
