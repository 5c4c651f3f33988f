import "server-only";
import type { Learner } from "@/lib/auth/guest";
import { db } from "@/lib/db/client";
import { cutResponses, type Json, type PartResult, type Result } from "@/lib/exercise";
import { type ExerciseVersion, getExerciseVersion } from "./exercise-version";
import { drawNumbers, lastNumber, type Numbers } from "./frozen-variant";
import type { ExerciseEntry } from "./lesson";
import { numbersMark, seedFor } from "./numbers";
import type { Standing } from "./standing";

/** What a learner has before them in one exercise: the numbers, and what they last did with them. */
export interface Work {
  readonly version: ExerciseVersion;
  readonly number: number;
  readonly mark: string;
  readonly numbers: Numbers;
  readonly standing: Standing;
  /** Hints taken with these numbers. */
  readonly hints: number;
  /** Whether their solution was shown. */
  readonly opened: boolean;
  /** By part, what was last typed. */
  readonly responses: Readonly<Record<string, string>>;
  /** By part, what came of the last that was graded or could not be read. */
  readonly results: Readonly<Record<string, PartResult>>;
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
} as const;

/** A learner's work in these exercises, by exercise id: their latest variants as frozen, and for exercises that they
 *  have not answered yet the numbers they will have. */
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
    const work = row ? await begunWork(row) : await freshWork(learner, id, currentId ?? "");
    return [id, work] as const;
  });
  return new Map(await Promise.all(works));
}

/** A learner's work in an exercise from these numbers on: their latest variant where it is as late, else the numbers
 *  that come after it, which nothing is kept of until they are answered. */
export async function getWorkFrom(
  learner: Learner,
  exercise: Pick<ExerciseEntry, "id" | "currentId">,
  number: number,
): Promise<Work> {
  const last = learner.userId ? await lastNumber(learner.userId, exercise.id) : 0;
  if (number <= last) return (await listWork(learner, [exercise])).get(exercise.id)!;
  return freshWork(learner, exercise.id, exercise.currentId ?? "", last + 1);
}

async function freshWork(
  learner: Learner,
  exerciseId: string,
  versionId: string,
  number = 1,
): Promise<Work> {
  const version = await getExerciseVersion(versionId);
  const seed = seedFor(learner, exerciseId, number);
  return {
    version,
    number,
    mark: numbersMark(versionId, seed),
    numbers: drawNumbers(version.exercise, seed, number),
    standing: {},
    hints: 0,
    opened: false,
    responses: {},
    results: {},
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
  readonly submissions: readonly { asked: string[]; responses: unknown; result: unknown }[];
}

async function begunWork(row: Row): Promise<Work> {
  const version = await getExerciseVersion(row.versionId);
  const { responses, results } = lastOf(row.submissions);
  return {
    version,
    number: row.number,
    mark: numbersMark(row.versionId, row.seed),
    numbers: {
      givens: row.givens as Record<string, Json>,
      key: row.key as Record<string, unknown>,
      view: row.view as Record<string, unknown>,
    },
    standing: row.standing as Standing,
    hints: row.hints,
    opened: row.openedAt !== null,
    // Before responses were capped, larger ones were kept.
    responses: cutResponses(version.exercise, row.view as Numbers["view"], responses),
    results,
  };
}

/** What was last typed to each part, and what came of it. */
function lastOf(submissions: Row["submissions"]): Pick<Work, "responses" | "results"> {
  const responses: Record<string, string> = {};
  const results: Record<string, PartResult> = {};
  for (const submission of submissions) {
    const sent = submission.responses as Record<string, string>;
    for (const [part, response] of Object.entries(sent)) {
      if (responses[part] !== response) delete results[part];
      responses[part] = response;
    }
    for (const one of (submission.result as Result).parts) results[one.part] = one;
  }
  return { responses, results };
}
