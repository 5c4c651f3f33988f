import "server-only";
import { pool } from "@/lib/db/client";
import { type ItemPlace, studentsOfSection } from "./of-section";

/** How one student came to have every part of an exercise right, with one set of numbers. */
export interface WayToSuccess {
  /** Graded answers up to then, the last one counted. */
  readonly attempts: number;
  /** From the first graded answer to the last. */
  readonly seconds: number;
}

/** The ways of the section's students who have it right in practice by now, each part at least once with the same
 *  numbers, hints or not; each student's first. What was answered after the solution was shown counts for nothing. */
export async function listWays({ sectionId, exerciseId }: ItemPlace): Promise<WayToSuccess[]> {
  const { rows } = await pool.query<WayToSuccess>({
    name: "item-ways",
    text: `
      with ${studentsOfSection}, graded as materialized (
        select v.user_id, v.id as variant_id, s.id, s.created_at, array(
          select p ->> 'part' from jsonb_array_elements(s.result -> 'parts') p
          where p ->> 'verdict' = 'right'
        ) as parts_right
        from student
        join variant v
          on v.user_id = student.user_id and v.exercise_id = $2 and v.assigned_id is null
        join submission s on s.variant_id = v.id and s.status = 'graded' and s.counts
      ), numbered as (
        select *,
          row_number() over (partition by user_id order by created_at, id)::int as attempt,
          min(created_at) over (partition by user_id) as begun
        from graded
      ), part_right as (
        select user_id, variant_id, begun, part, min(attempt) as attempt, min(created_at) as at
        from numbered, unnest(parts_right) as part
        group by user_id, variant_id, begun, part
      ), variant_right as (
        select user_id, variant_id, max(attempt) as attempts, max(at) - begun as took, count(*) as parts
        from part_right
        group by user_id, variant_id, begun
      )
      select distinct on (r.user_id) r.attempts, extract(epoch from r.took)::float8 as seconds
      from variant_right r join variant v on v.id = r.variant_id
      where r.parts = (select count(*) from jsonb_object_keys(v.key))
      order by r.user_id, r.attempts`,
    values: [sectionId, exerciseId],
  });
  return rows;
}
