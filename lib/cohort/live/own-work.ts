import "server-only";
import { getWorkFrom, type Work } from "@/lib/answering/work";
import { accountLearner } from "@/lib/auth/guest";
import type { Viewer } from "@/lib/auth/viewer";
import { db, pool } from "@/lib/db/client";
import type { LiveSession } from "./session";

/** What somebody has before them in a live session: new numbers where an answer with their last was graded before it
 *  began, so that all begin together. */
export async function getLiveWork(viewer: Viewer, live: LiveSession): Promise<Work> {
  const { rows } = await pool.query<{ last: number }>({
    name: "last-number-before-live",
    text: `
      select coalesce(max(number), 0) as last from variant v
      where user_id = $1 and exercise_id = $2 and assigned_id is null and exists (
        select from submission s
        where s.variant_id = v.id and s.status = 'graded' and s.created_at < $3
      )`,
    values: [viewer.id, live.exerciseId, live.startedAt],
  });
  const exercise = await db.exercise.findUniqueOrThrow({
    where: { id: live.exerciseId },
    select: { id: true, currentId: true },
  });
  return getWorkFrom(accountLearner(viewer), exercise, rows[0]!.last + 1);
}
