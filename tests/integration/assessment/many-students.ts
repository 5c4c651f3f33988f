import { pool } from "@/lib/db/client";

/** Gives so many further students of the same section the same work as this assigned exercise has, answers and all, in a few
 *  statements. */
export async function copyWork(assignedId: string, students: number): Promise<void> {
  await pool.query(
    `with source as (
      select a.*, w.assignment_id, t.section_id from assigned_exercise a
      join assignment_work w on w.id = a.work_id join assignment t on t.id = w.assignment_id
      where a.id = $1
    ), people as (
      select gen_random_uuid() as person, gen_random_uuid() as new_work, gen_random_uuid() as new_assigned, n
      from generate_series(1, $2::int) as n
    ), users as (
      insert into "user" (id, name, email) select person, 'Copy ' || n, person || '@copy.test' from people
    ), enrolled as (
      insert into enrollment (user_id, section_id) select person, section_id from people, source
    ), works as (
      insert into assignment_work (id, assignment_id, user_id, begun_at)
      select new_work, assignment_id, person, now() from people, source
    ), assigned as (
      insert into assigned_exercise (id, work_id, item_id, exercise_id, version_id, place, share, attempts, answered_at)
      select new_assigned, new_work, item_id, exercise_id, version_id, place, share, attempts, answered_at from people, source
    ), drawn as (
      select v.*, gen_random_uuid() as new_id, p.person, p.new_assigned
      from variant v, people p where v.assigned_id = $1
    ), variants as (
      insert into variant (id, user_id, exercise_id, version_id, assigned_id, number, seed, engine_version, givens, key, view, standing)
      select new_id, person, exercise_id, version_id, new_assigned, number, seed, engine_version, givens, key, view, standing
      from drawn
    )
    insert into submission (id, variant_id, idempotency_key, asked, responses, status, counts, result, created_at)
    select gen_random_uuid(), d.new_id, gen_random_uuid(), s.asked, s.responses, s.status, s.counts, s.result, s.created_at
    from drawn d join submission s on s.variant_id = d.id`,
    [assignedId, students],
  );
}
