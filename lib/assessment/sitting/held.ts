import "server-only";
import { getExerciseVersion } from "@/lib/catalogue/exercise-version";
import { pool } from "@/lib/db/client";
import { drawsAnything } from "@/lib/exercise";
import { findAssignmentFor } from "./assignment-for";

/** The assignment that an exercise is graded in. */
export interface Holding {
  readonly assignmentId: string;
  readonly title: string;
  /** When it closes for the student. */
  readonly closesAt: Date;
  /** The section's time zone. */
  readonly zone: string;
}

/** Those of these exercises that a student cannot practise now, by their ids: they draw no numbers, and are graded in an
 *  open assignment of one of the student's sections, or were when they drew them. Of several, the one that closes last. */
export async function listHeld(
  userId: string | null,
  exercises: readonly { readonly id: string; readonly currentId: string | null }[],
): Promise<ReadonlyMap<string, Holding>> {
  const unchanging = userId === null ? [] : await listUnchanging(exercises);
  if (userId === null || unchanging.length === 0) return new Map();
  const { rows } = await pool.query<{ exerciseId: string; assignmentId: string }>({
    name: "list-held",
    text: `
      select distinct graded.exercise_id as "exerciseId", a.id as "assignmentId"
      from enrollment e
      join assignment a on a.section_id = e.section_id
      join assignment_item i on i.assignment_id = a.id and i.draws > 0
      cross join lateral (
        select exercise_id from item_exercise where item_id = i.id
        union
        select g.exercise_id from assigned_exercise g join assignment_work w on w.id = g.work_id
        where g.item_id = i.id and w.user_id = e.user_id
      ) graded
      where graded.exercise_id = any($2) and e.user_id = $1 and e.role = 'student' and e.removed_at is null
        and a.published_at is not null and a.opens_at <= clock_now()`,
    values: [userId, unchanging],
  });
  const ids = [...new Set(rows.map(({ assignmentId }) => assignmentId))];
  const found = await Promise.all(ids.map((id) => findAssignmentFor(userId, id)));
  const open = found.flatMap((one) => (one && !one.closed ? [one] : []));
  const held = new Map<string, Holding>();
  for (const { id, title, terms, section } of open.toSorted((a, b) => closing(a) - closing(b))) {
    const holding = { assignmentId: id, title, closesAt: terms.closesAt, zone: section.timeZone };
    for (const row of rows) if (row.assignmentId === id) held.set(row.exerciseId, holding);
  }
  return held;
}

const closing = ({ terms }: { terms: { closesAt: Date } }) => terms.closesAt.getTime();

/** The ids of those whose numbers are the same for everyone, and each time. */
async function listUnchanging(
  exercises: readonly { readonly id: string; readonly currentId: string | null }[],
): Promise<string[]> {
  const all = exercises.map(async ({ id, currentId }) => {
    if (currentId === null) return [];
    const { exercise } = await getExerciseVersion(currentId);
    return drawsAnything(exercise) ? [] : [id];
  });
  return (await Promise.all(all)).flat();
}
