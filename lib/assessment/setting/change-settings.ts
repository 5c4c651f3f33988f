import "server-only";
import { createHash } from "node:crypto";
import { holdAnswers, settle } from "@/lib/assessment/settle";
import { type BegunWork, listBegunWork, possibleIn } from "@/lib/assessment/sitting/begun-work";
import { type Records, recordChange } from "@/lib/cohort/audit";
import { db } from "@/lib/db/client";
import { clockNow } from "@/lib/db/clock";
import type { AssignmentSettings } from "./assignment-form";
import { findStaffAssignment, type StaffAssignment } from "./assignments";
import { type ChangedLine, tellSettingsChange } from "./change-words";
import { type ItemPoints, impactOf, type StudentImpact } from "./impact";

/** What a change of an assignment that students have begun would do. */
export interface ChangePlan {
  readonly lines: readonly ChangedLine[];
  /** How many have begun. */
  readonly begun: number;
  /** Those of them for whom anything changes. */
  readonly impact: readonly StudentImpact[];
  /** The same plan has the same hash, and another has another. */
  readonly hash: string;
}

export type ChangeOutcome =
  | { readonly status: "done" }
  | { readonly status: "gone" }
  /** Students have begun, so it is to be agreed to first: nothing was changed. */
  | { readonly status: "to-agree"; readonly plan: ChangePlan }
  /** It cannot be done, for what stands in the message, by field. */
  | { readonly status: "refused"; readonly errors: Partial<Record<string, string>> };

/** A plan that was looked at, and why it is carried out. */
export interface Agreement {
  readonly hash: string;
  readonly reason: string;
}

/** Changes an assignment's settings. Once students have begun it, nothing is changed until what it does to each of them has
 *  been agreed to as it is at that moment. What was answered is worked out anew by what holds then, so that what pages show
 *  and what is recorded agree. */
export async function changeAssignment(
  actorId: string,
  id: string,
  next: AssignmentSettings,
  agreed: Agreement | null,
): Promise<ChangeOutcome> {
  return db.$transaction(
    async (tx) => {
      await tx.$queryRaw`select 1 from assignment where id = ${id}::uuid for update`;
      const now = await clockNow();
      const assignment = await findStaffAssignment(id, tx);
      if (!assignment) return { status: "gone" };
      if (assignment.begun > 0 && next.opensAt > now && next.opensAt > assignment.settings.opensAt)
        return { status: "refused", errors: { opensAt: alreadyOpen } };
      await holdAnswers(tx, id);
      const works = assignment.begun > 0 ? await listBegunWork(tx, id) : [];
      const plan = await planChange(tx, assignment, next, { works, now });
      if (plan.lines.length === 0) return { status: "done" };
      if (assignment.begun > 0 && agreed?.hash !== plan.hash) return { status: "to-agree", plan };
      await tx.assignment.update({ where: { id }, data: { ...next } });
      await recordChange(tx, entryOf(actorId, assignment, plan, agreed));
      if (assignment.begun > 0) await settle(tx, id, now, { known: works });
      return { status: "done" };
    },
    { timeout: 60_000 },
  );
}

const alreadyOpen =
  "Students have begun it, so it can’t open later any more. Take a time that has passed, or leave it as it was.";

async function planChange(
  tx: Records,
  { id, settings, timeZone, categories, begun }: StaffAssignment,
  next: AssignmentSettings,
  { works, now }: { works: readonly BegunWork[]; now: Date },
): Promise<ChangePlan> {
  const names = new Map(categories.map((one) => [one.id, one.name]));
  const lines = tellSettingsChange(settings, next, { zone: timeZone, categories: names });
  const items: ItemPoints[] = await tx.assignmentItem.findMany({
    where: { assignmentId: id },
    select: { id: true, points: true, draws: true },
  });
  const impact = impactOf(
    works,
    { ...settings, timeZone, items },
    { ...next, timeZone, items },
    { now, possibleOf: await possibleIn(works) },
  );
  return { lines, begun, impact, hash: hashOf(lines, impact) };
}

/** A plan's hash, by what it says. */
export const hashOf = (lines: readonly ChangedLine[], impact: readonly StudentImpact[]): string =>
  createHash("sha256")
    .update(JSON.stringify([lines, impact]))
    .digest("hex");

function entryOf(
  actorId: string,
  { sectionId, settings }: StaffAssignment,
  { lines }: ChangePlan,
  agreed: Agreement | null,
) {
  const pick = (side: "before" | "after") =>
    Object.fromEntries(lines.map((line) => [line.what, line[side]]));
  return {
    action: "assignment.changed" as const,
    actorId,
    sectionId,
    before: { assignment: settings.title, ...pick("before") },
    after: pick("after"),
    reason: agreed?.reason,
  };
}
