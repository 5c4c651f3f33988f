import "server-only";
import { settle } from "@/lib/assessment/settle";
import { type AssignmentFor, findAssignmentFor } from "@/lib/assessment/sitting/assignment-for";
import { takesAnswers } from "@/lib/assessment/terms/phase";
import { recordChange } from "@/lib/cohort/audit";
import { db } from "@/lib/db/client";

/** Late days that a student may still spend on this assignment: none where it takes none, is handed in or has closed, and
 *  a day could be nothing but wasted. */
export function lateDaysLeft({ section, spent, terms, phase }: AssignmentFor): number {
  if (!terms.policy.late.takesLateDays || !takesAnswers(phase)) return 0;
  return Math.max(0, section.lateDays - spent);
}

/** Spends one of a student's late days: both dates move on by a day, for them, and what they answered late is worked out
 *  anew. Whether there was one left. Asked twice at
 *  once, with one left, one of them gets it; `spent` is how many the page shows as spent, so that one click spends one. */
export async function spendLateDay(
  userId: string,
  assignmentId: string,
  spent: number,
): Promise<boolean> {
  const before = await findAssignmentFor(userId, assignmentId);
  if (!before) return false;
  return db.$transaction(
    async (tx) => {
      // Who comes second waits here, and counts the first one's day.
      await tx.$queryRaw`
        select 1 from enrollment
        where user_id = ${userId}::uuid and section_id = ${before.section.id}::uuid for no key update`;
      const now = await findAssignmentFor(userId, assignmentId);
      if (!now || now.spent !== spent || lateDaysLeft(now) === 0) return false;
      await tx.extension.create({
        data: { assignmentId, userId, lateDays: 1, reason: "A late day of the student’s own" },
      });
      await recordChange(tx, {
        action: "assignment.late-day",
        actorId: userId,
        sectionId: now.section.id,
        personId: userId,
        before: { assignment: now.title, dueAt: now.terms.dueAt.toISOString() },
        after: { lateDays: spent + 1 },
      });
      await settle(tx, assignmentId, now.now, { userId });
      return true;
    },
    { timeout: 60_000 },
  );
}
