import "server-only";
import type { Learner } from "@/lib/auth/guest";
import { db } from "@/lib/db/client";
import { cutResponses, type Json } from "@/lib/exercise";
import { type ExerciseVersion, getExerciseVersion } from "./exercise-version";
import { drawNumbers, lastNumber } from "./frozen-variant";
import { type DraftRow, type LastTyped, lastTyped, type SubmissionRow } from "./last-typed";
import type { ExerciseEntry } from "./lesson";
import { type Numbers, numbersMark, seedFor } from "./numbers";
import { ownerMark } from "./page-owner";
import type { Standing } from "./standing";

/** What a learner has before them in one exercise: the numbers, and what they last did with them. */
export interface Work extends LastTyped {
  readonly version: ExerciseVersion;
  /** ownerMark of the learner. */
  readonly owner: string;
  readonly number: number;
  readonly mark: string;
  readonly numbers: Numbers;
  readonly standing: Standing;
  /** Hints taken with these numbers. */
  readonly hints: number;
  /** Whether their solution was shown. */
  readonly opened: boolean;
}

const variantColumns = {
  exerciseId: true,
  versionId: true,
  number: true,
  seed: true,
  givens: true,
  key: true,
  view: true,
  standing: true,
  hints: true,
  openedAt: true,
  submissions: {
    orderBy: { createdAt: "asc" },
    select: { asked: true, responses: true, result: true },
  },
  drafts: { select: { part: true, response: true, other: true } },
} as const;

/** A learner's work in these exercises, by exercise id: their latest variants as frozen, and for exercises that they
 *  have not typed to yet, the numbers they will have. */
export async function listWork(
  learner: Learner,
  exercises: readonly Pick<ExerciseEntry, "id" | "currentId">[],
): Promise<ReadonlyMap<string, Work>> {
  const ids = exercises.map(({ id }) => id);
  const rows = learner.userId
    ? await db.variant.findMany({
        where: { userId: learner.userId, exerciseId: { in: ids } },
        orderBy: { number: "desc" },
        distinct: ["exerciseId"],
        select: variantColumns,
      })
    : [];
  const frozen = new Map(rows.map((row) => [row.exerciseId, row]));
  const works = exercises.map(async ({ id, currentId }) => {
    const row = frozen.get(id);
    const work = row
      ? await begunWork(learner, row)
      : await freshWork(learner, id, currentId ?? "");
    return [id, work] as const;
  });
  return new Map(await Promise.all(works));
}

/** A learner's work in an exercise from these numbers on: their latest variant where it is as late, else the numbers
 *  that come after it, which nothing is kept of until something is typed. */
export async function getWorkFrom(
  learner: Learner,
  exercise: Pick<ExerciseEntry, "id" | "currentId">,
  number: number,
): Promise<Work> {
  const last = learner.userId ? await lastNumber(learner.userId, exercise.id) : 0;
  if (number <= last) return (await listWork(learner, [exercise])).get(exercise.id)!;
  return freshWork(learner, exercise.id, exercise.currentId ?? "", last + 1);
}

/** Where a variant of a learner's stands: which exercise, and the how manieth in it. */
export interface Place {
  readonly exerciseId: string;
  readonly number: number;
}

/** A learner's work at these places, as far as it has begun there. */
export async function listWorkAt(
  learner: Learner & { userId: string },
  places: readonly Place[],
): Promise<Work[]> {
  const rows = await db.variant.findMany({
    where: {
      userId: learner.userId,
      OR: places.map(({ exerciseId, number }) => ({ exerciseId, number })),
    },
    select: variantColumns,
  });
  return Promise.all(rows.map((row) => begunWork(learner, row)));
}

async function freshWork(
  learner: Learner,
  exerciseId: string,
  versionId: string,
  number = 1,
): Promise<Work> {
  const version = await getExerciseVersion(versionId);
  const seed = seedFor(learner, exerciseId, number);
  const numbers = drawNumbers(version.exercise, seed, number);
  return {
    version,
    owner: ownerMark(learner),
    number,
    mark: numbersMark(versionId, seed, numbers),
    numbers,
    standing: {},
    hints: 0,
    opened: false,
    ...lastTyped([], []),
  };
}

interface Row {
  readonly versionId: string;
  readonly number: number;
  readonly seed: string;
  readonly givens: unknown;
  readonly key: unknown;
  readonly view: unknown;
  readonly standing: unknown;
  readonly hints: number;
  readonly openedAt: Date | null;
  readonly submissions: readonly SubmissionRow[];
  readonly drafts: readonly DraftRow[];
}

async function begunWork(learner: Learner, row: Row): Promise<Work> {
  const numbers = {
    givens: row.givens as Record<string, Json>,
    key: row.key as Record<string, unknown>,
    view: row.view as Record<string, unknown>,
  };
  const version = await getExerciseVersion(row.versionId);
  const typed = lastTyped(row.submissions, row.drafts);
  return {
    version,
    owner: ownerMark(learner),
    number: row.number,
    mark: numbersMark(row.versionId, row.seed, numbers),
    numbers,
    standing: row.standing as Standing,
    hints: row.hints,
    opened: row.openedAt !== null,
    ...typed,
    // Before responses were capped, larger ones were kept.
    responses: cutResponses(version.exercise, numbers.view, typed.responses),
  };
}
