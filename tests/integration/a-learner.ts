import { randomUUID } from "node:crypto";
import { seedFor } from "@/lib/answering/numbers";
import { scoreOf } from "@/lib/answering/standing";
import type { SubmissionInput } from "@/lib/answering/submission-input";
import { recordSubmission, type Submitted } from "@/lib/answering/submit";
import { listWork, type Work } from "@/lib/answering/work";
import { findExerciseVersion } from "@/lib/catalogue/exercise-version";
import { pointsOf } from "@/lib/catalogue/points";
import { db } from "@/lib/db/client";
import type { Result } from "@/lib/exercise";
import { exerciseNamed } from "./a-course";

export interface ALearner {
  readonly userId: string;
  readonly seedKey: string;
  readonly viewer: null;
}

/** A student with an account. */
export async function aLearner(name = "Ada"): Promise<ALearner> {
  const { id } = await db.user.create({ data: { name, email: `${randomUUID()}@school.test` } });
  return { userId: id, seedKey: `user:${id}`, viewer: null };
}

/** Who has come here for the first time. */
export const nobody = { userId: null, viewer: null };

/** A guest who has a row already. */
export async function aGuest(): Promise<ALearner> {
  const guestToken = randomUUID();
  const { id } = await db.user.create({ data: { name: "Guest", guestToken } });
  return { userId: id, seedKey: `guest:${guestToken}`, viewer: null };
}

/** What the learner has before them in an exercise, as a page shows it. */
export async function workOf(learner: ALearner, slug = "twice"): Promise<Work> {
  const exercise = await exerciseNamed(slug);
  const work = (await listWork(learner, [exercise])).get(exercise.id);
  if (!work) throw new Error(`no work in ${slug}`);
  return work;
}

/** The form of that page, filled in. */
export function formOf(work: Work, typed: Readonly<Record<string, string>>): SubmissionInput {
  const { version, number, mark } = work;
  const idempotencyKey = randomUUID();
  return { versionId: version.id, number, mark, idempotencyKey, asked: [], responses: typed };
}

/** Opens the page, types, and sends. */
export async function answer(
  learner: ALearner,
  typed: Readonly<Record<string, string>>,
  { slug = "twice", ...changed }: Partial<SubmissionInput> & { slug?: string } = {},
): Promise<Extract<Submitted, { status: "recorded" }>> {
  const form = { ...formOf(await workOf(learner, slug), typed), ...changed };
  return recorded(await recordSubmission(learner, form));
}

/** The submission, which must have been taken. */
export function recorded(submitted: Submitted): Extract<Submitted, { status: "recorded" }> {
  if (submitted.status === "recorded") return submitted;
  throw new Error(`refused: ${submitted.status}`);
}

/** The right answers to all parts. */
export const rightAnswers = ({ numbers }: Work): Record<string, string> =>
  Object.fromEntries(Object.entries(numbers.key).map(([part, key]) => [part, String(key)]));

/** The score that is kept; null when there is none. */
export async function keptScore({ userId }: ALearner, slug = "twice") {
  const { id: exerciseId } = await exerciseNamed(slug);
  return db.score.findUnique({
    where: { userId_exerciseId: { userId, exerciseId } },
    select: { best: true, first: true, firstNumber: true, attempts: true },
  });
}

/** The score that the stored submissions come to, added up anew. */
export async function foldedScore({ userId }: ALearner, slug = "twice") {
  const { id: exerciseId } = await exerciseNamed(slug);
  const variants = await db.variant.findMany({
    where: { userId, exerciseId, assignedId: null },
    select: {
      number: true,
      versionId: true,
      submissions: {
        where: { counts: true },
        orderBy: { createdAt: "asc" },
        select: { result: true, createdAt: true },
      },
    },
  });
  const scored = await Promise.all(
    variants.map(async ({ number, versionId, submissions }) => {
      const version = await findExerciseVersion(versionId);
      if (!version) throw new Error(`no version ${versionId}`);
      const results = submissions.map(({ result }) => result as unknown as Result);
      const graded = submissions.find((_, i) => results[i]?.status === "graded");
      const begun = graded?.createdAt.getTime() ?? 0;
      return { number, possible: pointsOf(version.exercise), results, begun };
    }),
  );
  return scoreOf(scored.toSorted((a, b) => a.begun - b.begun || a.number - b.number));
}

export const seedOf = (learner: ALearner, exerciseId: string, number: number) =>
  seedFor(learner, { exerciseId }, number);

/** Every submission of a learner, oldest first. */
export const submissionsOf = ({ userId }: ALearner) =>
  db.submission.findMany({ where: { variant: { userId } }, orderBy: { createdAt: "asc" } });
