import { randomUUID } from "node:crypto";
import type { SubmissionInput } from "@/lib/answering/submission-input";
import { recordSubmission, type Submitted } from "@/lib/answering/submit";
import { listTried } from "@/lib/answering/tried";
import { listGradedWork, type Work } from "@/lib/answering/work";
import { type AssignmentFor, findAssignmentFor } from "@/lib/assessment/sitting/assignment-for";
import { beginWork } from "@/lib/assessment/sitting/begin";
import { rulesFor } from "@/lib/assessment/sitting/rules";
import { type Assigned, ensureWork } from "@/lib/assessment/sitting/work";
import { foldTried } from "@/lib/assessment/terms/folded";
import { type Policy, startingPolicies } from "@/lib/assessment/terms/policy";
import { db } from "@/lib/db/client";
import { clockNow } from "@/lib/db/clock";
import type { AssignmentKind } from "@/lib/db/generated/client";
import { exerciseNamed } from "../a-course";
import { type ALearner, aLearner } from "../a-learner";

export const hour = 3_600_000;
export const day = 24 * hour;

interface Made {
  readonly sectionId: string;
  readonly kind?: AssignmentKind;
  readonly policy?: Partial<Policy>;
  /** Slugs of exercises, an item each; a list is a pool that one is drawn from. */
  readonly items?: readonly (string | readonly string[])[];
  readonly points?: number;
  readonly draws?: number;
  /** Milliseconds from now. */
  readonly opens?: number;
  readonly due?: number;
  readonly closes?: number;
  readonly published?: boolean;
  readonly password?: string;
  readonly title?: string;
}

/** A section of the course whose exercises these are. */
export async function aSectionOf(
  slug: string,
  data: { timeZone?: string; lateDays?: number } = {},
): Promise<string> {
  const { lesson } = await db.exercise.findFirstOrThrow({
    where: { slug, shown: true },
    select: { lesson: { select: { courseId: true } } },
  });
  const row = await db.section.create({
    data: { courseId: lesson.courseId, name: `Section ${randomUUID()}`, ...data },
  });
  return row.id;
}

/** A student of a section. */
export async function aStudent(
  sectionId: string,
  data: { group?: string; timeFactor?: number } = {},
): Promise<ALearner> {
  const learner = await aLearner();
  await db.enrollment.create({ data: { userId: learner.userId, sectionId, ...data } });
  return learner;
}

/** An assignment, open since an hour ago and due in a day, by the clock of deadlines. */
export async function anAssignment({
  sectionId,
  kind = "homework",
  policy = {},
  items = ["twice"],
  points = 10,
  draws = 1,
  opens = -hour,
  due = day,
  closes = due,
  published = true,
  password,
  title = "Homework 1",
}: Made): Promise<string> {
  const now = (await clockNow()).getTime();
  const at = (ms: number) => new Date(now + ms);
  const pools = await Promise.all(
    items.map((slugs) =>
      Promise.all([slugs].flat().map(async (slug) => (await exerciseNamed(slug)).id)),
    ),
  );
  const { id } = await db.assignment.create({
    data: {
      sectionId,
      title,
      kind,
      publishedAt: published ? new Date() : null,
      opensAt: at(opens),
      dueAt: at(due),
      closesAt: at(closes),
      policy: { ...startingPolicies[kind], ...policy },
      password,
      items: {
        create: pools.map((ids, place) => ({
          place,
          points,
          draws,
          pool: { create: ids.map((exerciseId, i) => ({ exerciseId, place: i })) },
        })),
      },
    },
  });
  return id;
}

/** What holds for a student; they must be one. */
export async function assignmentFor({ userId }: ALearner, id: string): Promise<AssignmentFor> {
  const found = await findAssignmentFor(userId, id);
  if (!found) throw new Error("this is no assignment of the student's");
  return found;
}

/** The student begins. */
export async function begins(learner: ALearner, id: string): Promise<void> {
  const begun = await beginWork(await assignmentFor(learner, id), {
    password: "",
    address: "192.0.2.9",
  });
  if (begun !== "begun") throw new Error(begun);
}

export interface GradedPage {
  readonly assignment: AssignmentFor;
  readonly assigned: Assigned;
  readonly work: Work;
}

/** What the student has before them in the n-th of their exercises. */
export async function pageOf(learner: ALearner, id: string, n = 0): Promise<GradedPage> {
  const assignment = await assignmentFor(learner, id);
  const assigned = (await ensureWork(id, learner.userId)).exercises[n]!;
  const { exerciseId, versionId } = assigned;
  const works = await listGradedWork(learner, [{ assignedId: assigned.id, exerciseId, versionId }]);
  return { assignment, assigned, work: works.get(assigned.id)!.at(-1)! };
}

/** The form of that page, filled in. */
export const gradedForm = (
  { work: { version, number, mark } }: GradedPage,
  typed: Readonly<Record<string, string>>,
): SubmissionInput => ({
  versionId: version.id,
  number,
  mark,
  idempotencyKey: randomUUID(),
  asked: [],
  responses: typed,
});

/** Opens the page, types, and sends. */
export async function answers(
  learner: ALearner,
  id: string,
  typed: Readonly<Record<string, string>>,
  changed: Partial<SubmissionInput> & { readonly n?: number } = {},
): Promise<Submitted> {
  const page = await pageOf(learner, id, changed.n);
  return send(learner, page, { ...gradedForm(page, typed), ...changed });
}

/** Sends the form of a page that was opened before. */
export const send = (
  learner: ALearner,
  { assignment, assigned }: GradedPage,
  form: SubmissionInput,
) => recordSubmission(learner, form, new Date(), [], rulesFor(assignment, assigned.id));

/** What is kept of the n-th exercise. */
export async function kept(learner: ALearner, id: string, n = 0) {
  const { id: assignedId } = (await ensureWork(id, learner.userId)).exercises[n]!;
  const { share, attempts, answeredAt } = await db.assignedExercise.findUniqueOrThrow({
    where: { id: assignedId },
  });
  return { share, attempts, answeredAt };
}

/** What all that is stored of it comes to, added up anew. */
export async function folded(learner: ALearner, id: string, n = 0) {
  const { id: assignedId } = (await ensureWork(id, learner.userId)).exercises[n]!;
  const tried = (await listTried([assignedId])).get(assignedId)!;
  const { share, attempts, answeredAt } = await foldTried(
    (await assignmentFor(learner, id)).terms,
    tried,
  );
  return { share, attempts, answeredAt };
}

/** Turns the clock that deadlines go by, so far ahead of PostgreSQL's. */
export async function turnClock(aheadMs: number): Promise<void> {
  await db.clockShift.upsert({
    where: { id: 1 },
    update: { aheadMs },
    create: { id: 1, aheadMs },
  });
}

/** The right answers to the numbers before the student. */
export const rightOf = ({ work }: GradedPage): Record<string, string> =>
  Object.fromEntries(Object.entries(work.numbers.key).map(([part, key]) => [part, String(key)]));
