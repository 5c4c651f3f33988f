import "server-only";
import { db } from "@/lib/db/client";

/** What a student is told of a regrade of an exercise of theirs. */
export interface ToldRegrade {
  readonly assignedId: string;
  readonly exercise: string;
  /** What was wrong, as the instructor put it. */
  readonly reason: string;
  readonly at: Date;
  /** Points before and since. */
  readonly before: number;
  readonly now: number;
  readonly possible: number;
  /** Whether they would have fewer, and keep those they had. */
  readonly kept: boolean;
  readonly excused: boolean;
}

/** The regrades that have changed, or could have changed, a student's points in an assignment, the newest first. They are
 *  told like any score: whoever asks has seen to it that scores are shown. */
export async function listToldRegrades(
  userId: string,
  assignmentId: string,
): Promise<ToldRegrade[]> {
  const rows = await db.regradeChange.findMany({
    where: { appliedAt: { not: null }, assigned: { work: { userId, assignmentId } } },
    orderBy: { appliedAt: "desc" },
    include: {
      regrade: {
        select: { reason: true, treatment: true, exercise: { select: { title: true } } },
      },
      assigned: { select: { item: { select: { points: true } } } },
    },
  });
  return rows
    .map(({ regrade, assigned: { item }, ...change }) => {
      const now = change.counted ?? change.before;
      const worked =
        change.lost !== null && regrade.treatment === "void" ? change.voided : change.after;
      return {
        assignedId: change.assignedId,
        exercise: regrade.exercise.title,
        reason: regrade.reason,
        at: change.appliedAt!,
        before: change.before * item.points,
        now: now * item.points,
        possible: item.points,
        kept: now - worked > 1e-9,
        excused: change.lost !== null && regrade.treatment === "excuse",
      };
    })
    .filter(({ before, now, kept, excused }) => Math.abs(now - before) > 1e-9 || kept || excused);
}
