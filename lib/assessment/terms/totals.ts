import type { Category, Grading } from "@/lib/assessment/gradebook/grading";
import { hasClosed } from "./phase";
import { endOf, type Terms } from "./terms";

/** Points earned of those that could be. */
export interface Sums {
  readonly earned: number;
  readonly possible: number;
}

/** One exercise of a student's work as it counts. */
export interface CountedExercise {
  readonly points: number;
  /** Earned by answers, from 0 to 1. */
  readonly share: number;
  /** What staff gave in its place, from 0 to 1; null where that stands. */
  readonly override: number | null;
  readonly excused: boolean;
}

/** What an exercise counts, from 0 to 1: what staff gave, or else what answers earned. */
export const effectiveShare = ({
  share,
  override,
}: Pick<CountedExercise, "share" | "override">): number => override ?? share;

/** The points of exercises, those excused left out. */
export function sumExercises(exercises: readonly CountedExercise[]): Sums {
  const counted = exercises.filter(({ excused }) => !excused);
  return {
    earned: sum(counted.map((one) => effectiveShare(one) * one.points)),
    possible: sum(counted.map(({ points }) => points)),
  };
}

/** What is kept of one student's work on an assignment; all null and false where there is nothing. */
export interface WorkState {
  readonly begunAt: Date | null;
  readonly handedInAt: Date | null;
  /** What staff gave for the whole, from 0 to 1; null where the sum stands. */
  readonly override: number | null;
  readonly excused: boolean;
}

/** An assignment for one student. Before it counts, `share` is what they have so far; null where nothing is begun. */
export type Mark =
  | { readonly status: "excused" }
  | { readonly status: "not-yet"; readonly share: number | null; readonly possible: number }
  | {
      readonly status: "counts";
      readonly share: number;
      readonly possible: number;
      /** Where staff gave it for the whole. */
      readonly given?: true;
    };

/** What an assignment comes to for a student. It counts once they handed it in, it is due for them and they began it, or
 *  it is closed for them; so whoever never began has 0 from its closing on, and nobody's total falls by beginning. What
 *  staff gave for the whole counts at once. Where every exercise is excused, so is the assignment. */
export function markOf(work: WorkState, sums: Sums, terms: Terms, now: Date): Mark {
  const { override, excused, begunAt } = work;
  const { possible } = sums;
  if (excused || possible === 0) return { status: "excused" };
  if (override !== null) return { status: "counts", share: override, possible, given: true };
  const share = sums.earned / possible;
  if (hasSettled(work, terms, now)) return { status: "counts", share, possible };
  return { status: "not-yet", share: begunAt ? share : null, possible };
}

function hasSettled({ begunAt, handedInAt }: WorkState, terms: Terms, now: Date): boolean {
  if (handedInAt || hasClosed(terms, now)) return true;
  return begunAt !== null && (now > terms.dueAt || now > endOf(terms, begunAt));
}

/** An assignment's mark, with where it belongs. */
export interface PlacedMark {
  readonly assignmentId: string;
  readonly category: string | null;
  readonly mark: Mark;
}

export interface CategoryTotal {
  /** Null for points that no category parts. */
  readonly category: Category | null;
  /** From 0 to 1. */
  readonly share: number;
  /** The assignments in it that were left out for this student. */
  readonly dropped: readonly string[];
}

export interface Total {
  /** From 0 to 1; null while nothing counts. */
  readonly share: number | null;
  /** Those in which something counts. */
  readonly categories: readonly CategoryTotal[];
}

/** A student's total. Within a category assignments count by their points, less those dropped; categories count by their
 *  weights, those in which nothing counts yet left out. A section without categories adds up all points; in one with
 *  categories, an assignment in none of them counts for nothing. */
export function totalOf({ categories }: Grading, marks: readonly PlacedMark[]): Total {
  const groups = categories.length > 0 ? categories : [null];
  const totals = groups.flatMap((category): CategoryTotal[] => {
    const own = marks.filter((one) => category === null || one.category === category.id);
    const counted = own.flatMap(({ assignmentId, mark }) =>
      mark.status === "counts" ? [{ assignmentId, ...mark }] : [],
    );
    if (counted.length === 0) return [];
    const kept = keepBest(counted, counted.length - (category?.dropLowest ?? 0));
    const dropped = counted.filter((one) => !kept.includes(one));
    return [{ category, share: shareOf(kept), dropped: dropped.map((one) => one.assignmentId) }];
  });
  const weights = totals.map(({ category }) => category?.weight ?? 1);
  const weight = sum(weights);
  if (weight === 0) return { share: null, categories: totals };
  const share = sum(totals.map((one, i) => one.share * (weights[i] ?? 0))) / weight;
  return { share, categories: totals };
}

interface Counted {
  readonly assignmentId: string;
  readonly share: number;
  readonly possible: number;
}

const shareOf = (marks: readonly Counted[]): number =>
  sum(marks.map(({ share, possible }) => share * possible)) /
  sum(marks.map(({ possible }) => possible));

/** So many of the marks, at least one, that together come to the most. With unequal points these need not be those with
 *  the highest shares. Each round keeps what lies most above the share of the last, until that rises no more (Kane &
 *  Kane, The Mathematics of Dropping Grades, 2006). */
function keepBest(marks: readonly Counted[], count: number): readonly Counted[] {
  const keep = Math.max(1, count);
  let kept = marks;
  for (let share = Number.NEGATIVE_INFINITY; ; ) {
    const next = shareOf(kept);
    if (kept.length === keep && next <= share + 1e-12) return kept;
    share = next;
    const gain = (one: Counted) => (one.share - share) * one.possible;
    kept = marks.toSorted((a, b) => gain(b) - gain(a)).slice(0, keep);
  }
}

/** Points in one lesson. */
export interface LessonSums extends Sums {
  readonly lessonId: string;
}

/** The share of the points in each lesson, by its id. What was given for a whole assignment, what is dropped and what
 *  categories weigh say nothing of a lesson, and change nothing here. */
export function lessonShares(all: readonly LessonSums[]): Map<string, number> {
  const lessons = new Map<string, Sums>();
  for (const { lessonId, earned, possible } of all) {
    const before = lessons.get(lessonId) ?? { earned: 0, possible: 0 };
    const sums = { earned: before.earned + earned, possible: before.possible + possible };
    lessons.set(lessonId, sums);
  }
  return new Map(
    [...lessons].flatMap(([lessonId, { earned, possible }]) =>
      possible > 0 ? [[lessonId, earned / possible] as const] : [],
    ),
  );
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
