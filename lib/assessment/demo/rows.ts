import "server-only";
import { randomUUID } from "node:crypto";
import { drawNumbers } from "@/lib/answering/frozen-variant";
import { mistakesIn } from "@/lib/answering/keep-submission";
import { seedFor } from "@/lib/answering/numbers";
import { advance, type Standing } from "@/lib/answering/standing";
import type { Try } from "@/lib/answering/tried";
import { foldTried } from "@/lib/assessment/terms/folded";
import { termsOf } from "@/lib/assessment/terms/terms";
import { getExerciseVersion } from "@/lib/catalogue/exercise-version";
import { answerAs } from "@/lib/cohort/term/material";
import type { PlannedAnswer } from "@/lib/cohort/term/plan";
import type { Prisma } from "@/lib/db/generated/client";
import { ENGINE_VERSION } from "@/lib/engine";
import type { MadeUpAssignment } from "./made-up";

/** An exercise that a student was given. */
export interface GivenExercise {
  readonly id: string;
  readonly itemId: string;
  readonly versionId: string;
}

/** One student's work on an assignment as rows, as they would stand had the student typed all of it. */
export interface GradedRows {
  readonly work: Prisma.AssignmentWorkCreateManyInput;
  readonly assigned: readonly Prisma.AssignedExerciseCreateManyInput[];
  readonly variants: readonly Prisma.VariantCreateManyInput[];
  readonly submissions: readonly Prisma.SubmissionCreateManyInput[];
  readonly mistakes: readonly MadeMistake[];
}

/** A mistake in one submission. */
export interface MadeMistake {
  readonly userId: string;
  readonly exerciseId: string;
  readonly rule: string;
  readonly at: Date;
}

interface Done {
  readonly userId: string;
  readonly assignmentId: string;
  readonly made: MadeUpAssignment;
  readonly given: readonly GivenExercise[];
  /** Oldest first. */
  readonly answers: readonly {
    readonly exercise: string;
    readonly is: PlannedAnswer;
    readonly at: Date;
  }[];
  /** The misconception that they are prone to. */
  readonly habit: string;
}

/** What a student did as rows, with points by the assignment's own policy. An exam was handed in with its last answer. */
export async function gradedRows(done: Done): Promise<GradedRows> {
  const { userId, assignmentId, made, given, answers } = done;
  const workId = randomUUID();
  const begunAt = new Date(answers[0]!.at.getTime() - 60_000);
  const handedInAt = made.kind === "exam" ? answers.at(-1)!.at : null;
  const each = await Promise.all(given.map((one, place) => answered(done, workId, one, place)));
  return {
    work: { id: workId, assignmentId, userId, begunAt, handedInAt },
    assigned: each.map(({ assigned }) => assigned),
    variants: each.flatMap(({ variants }) => variants),
    submissions: each.flatMap(({ submissions }) => submissions),
    mistakes: each.flatMap(({ mistakes }) => mistakes),
  };
}

async function answered(
  { userId, made, answers, habit }: Done,
  workId: string,
  { id: exerciseId, itemId, versionId }: GivenExercise,
  place: number,
): Promise<
  Omit<GradedRows, "work" | "assigned"> & { assigned: Prisma.AssignedExerciseCreateManyInput }
> {
  const own = answers.filter(({ exercise: id }) => id === exerciseId);
  const assigned = { id: randomUUID() as string, workId, itemId, exerciseId, versionId, place };
  if (own.length === 0) return { assigned, variants: [], submissions: [], mistakes: [] };
  const { exercise } = await getExerciseVersion(versionId);
  const seed = seedFor({ seedKey: "" }, { exerciseId, assignedId: assigned.id }, 1);
  const numbers = drawNumbers(exercise, seed, 1, true);
  const variantId = randomUUID();
  const results = own.map(({ at, is }) => ({ at, ...answerAs(is, exercise, numbers, habit) }));
  const tries = results.map(
    ({ at, result }): Try => ({
      at: at.getTime(),
      earned: Object.fromEntries(result.parts.map(({ part, earned }) => [part, earned])),
    }),
  );
  const terms = termsOf({ ...made, timeZone: "UTC" }, 1, []);
  const { share, attempts, answeredAt } = await foldTried(terms, [{ number: 1, versionId, tries }]);
  const json = (value: unknown) => value as Prisma.InputJsonObject;
  const standing = results.map(({ result }) => result).reduce<Standing>(advance, {});
  return {
    assigned: { ...assigned, share, attempts, answeredAt },
    variants: [
      {
        id: variantId,
        userId,
        exerciseId,
        versionId,
        assignedId: assigned.id,
        number: 1,
        seed,
        engineVersion: String(ENGINE_VERSION),
        givens: json(numbers.givens),
        key: json(numbers.key),
        view: json(numbers.view),
        standing: json(standing),
        revision: results.length,
        createdAt: results[0]!.at,
      },
    ],
    submissions: results.map(({ at, responses, result }) => ({
      id: randomUUID(),
      variantId,
      idempotencyKey: randomUUID(),
      asked: result.parts.map(({ part }) => part),
      responses,
      status: "graded",
      result: json(result),
      createdAt: at,
    })),
    mistakes: results.flatMap(({ at, result }) =>
      mistakesIn(result).map((rule) => ({ userId, exerciseId, rule, at })),
    ),
  };
}
