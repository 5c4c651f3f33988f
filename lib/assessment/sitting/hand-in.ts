import "server-only";
import { createHash } from "node:crypto";
import { recordSubmission } from "@/lib/answering/submit";
import { type Work as Answered, listGradedWork } from "@/lib/answering/work";
import type { Learner } from "@/lib/auth/guest";
import { db } from "@/lib/db/client";
import { tellError } from "@/lib/log/told.mjs";
import { type AssignmentFor, listUnfinishedExams } from "./assignment-for";
import { rulesFor } from "./rules";
import { findWork } from "./work";

/** Hands in a student's work: what they typed and did not send is graded first, by what the server has of it. Where the
 *  clock does it, it counts as received at the end of their time. Done twice, also at once, it is done once. */
export async function handIn(assignment: AssignmentFor, by: "student" | "clock"): Promise<void> {
  const { id, userId, work, endsAt, now } = assignment;
  if (!work?.begunAt || work.handedInAt) return;
  const byClock = by === "clock";
  // All of it counts as received when it was asked for: also where the time runs out meanwhile.
  await gradeTyped(assignment, byClock ? endsAt : now);
  await db.$executeRaw`
    update assignment_work set by_clock = ${byClock},
      handed_in_at = coalesce(${byClock ? endsAt : null}::timestamptz, clock_now())
    where assignment_id = ${id}::uuid and user_id = ${userId}::uuid and handed_in_at is null`;
}

/** Whether the clock has to hand it in: an exam that was begun, and whose time is over. */
export const isOverdue = ({ kind, work, endsAt, now }: AssignmentFor): boolean =>
  kind === "exam" && work !== null && work.begunAt !== null && !work.handedInAt && now > endsAt;

/** Hands in all exams whose time is over, and gives how many they were. One that fails holds no other up, and is tried
 *  again the next time. Meant to run every minute. */
export async function handInOverdue(): Promise<number> {
  const overdue = (await listUnfinishedExams()).filter(isOverdue);
  let done = 0;
  for (const assignment of overdue) {
    try {
      await handIn(assignment, "clock");
      done++;
    } catch (error) {
      tellError(error, { job: "hand in", work: assignment.work?.id });
    }
  }
  return done;
}

async function gradeTyped(assignment: AssignmentFor, receivedAt: Date) {
  const { id, userId } = assignment;
  const work = await findWork(id, userId);
  if (!work) return;
  const { decimalComma } = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { decimalComma: true },
  });
  const learner = { userId, seedKey: `user:${userId}`, viewer: null, decimalComma };
  const assigned = work.exercises.map(({ id: assignedId, exerciseId, versionId }) => ({
    assignedId,
    exerciseId,
    versionId,
  }));
  for (const [assignedId, works] of await listGradedWork(learner, assigned)) {
    const rules = { ...rulesFor(assignment, assignedId), receivedAt };
    const last = works.at(-1);
    if (last) for (const part of await typedParts(last)) await send(learner, last, part, rules);
  }
}

/** The parts where something is typed that was not sent. */
async function typedParts({ assignedId, number, results, version }: Answered): Promise<string[]> {
  const drafts = await db.draft.findMany({
    where: { variant: { assignedId, number } },
    select: { part: true },
  });
  const typed = new Set(drafts.map(({ part }) => part));
  return version.exercise.parts
    .map(({ name }) => name)
    .filter((name) => typed.has(name) && !(name in results));
}

/** Each part by itself, so that one that cannot be read takes none with it. */
async function send(
  learner: Learner & { readonly userId: string },
  { assignedId, version, number, mark, responses }: Answered,
  part: string,
  rules: ReturnType<typeof rulesFor>,
): Promise<void> {
  const words = JSON.stringify(["hand in", assignedId, number, part]);
  const idempotencyKey = createHash("sha256").update(words).digest("hex").slice(0, 32);
  const input = { versionId: version.id, number, mark, idempotencyKey, asked: [part], responses };
  const known = { [part]: [responses[part] ?? ""] };
  await recordSubmission(learner, { ...input, known }, new Date(), [], rules);
}
