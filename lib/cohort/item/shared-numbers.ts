import "server-only";
import { pool } from "@/lib/db/client";
import { isFull, type Share, shareOf } from "./figures";
import { type ItemPlace, studentsOfSection } from "./of-section";

/** Numbers that many students share, because the author fixed them or the exercise draws none, and how those did. */
export interface SharedNumbers {
  /** Which of their variants it is, from 1. */
  readonly number: number;
  readonly facilityFirst: Share;
  readonly facilityBest: Share;
  readonly rightAtFirst: Share;
}

/** With fewer students, their own figures say nothing of the numbers. */
export const fewestSharing = 20;

/** The first numbers that at least 20 of the section's students practised with, the same for each. Whoever calls it has
 *  checked that the viewer is of the section's staff. */
export async function listSharedNumbers({
  sectionId,
  exerciseId,
}: ItemPlace): Promise<SharedNumbers[]> {
  const { rows } = await pool.query<{ number: number; first: number[]; best: number[] }>({
    name: "item-shared-numbers",
    text: `
      with ${studentsOfSection}
      select min(v.number) as number, array_agg(s.first) as first, array_agg(s.best) as best
      from student
      join score s on s.user_id = student.user_id and s.exercise_id = $2
      join variant v
        on v.user_id = s.user_id and v.exercise_id = $2 and v.number = s.first_number
        and v.assigned_id is null
      group by v.version_id, md5(v.givens::text || v.key::text)
      having count(*) >= $3
      order by number, count(*) desc`,
    values: [sectionId, exerciseId, fewestSharing],
  });
  return rows.map(({ number, first, best }) => ({
    number,
    facilityFirst: shareOf(first),
    facilityBest: shareOf(best),
    rightAtFirst: shareOf(first.map((share) => (isFull(share) ? 1 : 0))),
  }));
}
