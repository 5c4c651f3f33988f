import { randomUUID } from "node:crypto";
import { query } from "./records";

/** A section of its own people, who sign in with the demo's password. */
export interface GradedSection {
  readonly id: string;
  readonly name: string;
  readonly instructor: string;
  /** "Ada Student", who answered rightly. */
  readonly right: string;
  /** "Bo Student", who turned the signs of gradients. */
  readonly wrong: string;
}

/** Makes a section with one closed assignment of 10 points in one exercise, in which two students sent what two of the
 *  demo's did; a third, "Cleo Student", began nothing. */
export async function makeGradedSection(policy: object): Promise<GradedSection> {
  const mark = randomUUID().slice(0, 8);
  const name = `Graded ${mark}`;
  const email = (who: string) => `${who}-${mark}@demo.test`;
  const [section] = await query<{ id: string }>(
    `insert into section (id, course_id, name, time_zone)
     select gen_random_uuid(), course_id, $1, 'Europe/Berlin' from section where name = 'Demo section' returning id`,
    [name],
  );
  const id = section!.id;
  const people = [
    ["Ina Instructor", email("ina"), "instructor"],
    ["Ada Student", email("ada"), "student"],
    ["Bo Student", email("bo"), "student"],
    ["Cleo Student", email("cleo"), "student"],
  ] as const;
  for (const [who, address, role] of people)
    await query(
      `with made as (
         insert into "user" (id, name, email, password_hash)
         select gen_random_uuid(), $1, $2, password_hash from "user" where email = 'ines@demo.test' returning id
       )
       insert into enrollment (user_id, section_id, role) select id, $3, $4::section_role from made`,
      [who, address, id, role],
    );
  await query(
    `with made as (
       insert into assignment (id, section_id, title, published_at, opens_at, due_at, closes_at, policy)
       values (gen_random_uuid(), $1, 'Homework 1', now() - interval '9 days', now() - interval '9 days',
         now() - interval '1 day', now() - interval '1 hour', $2) returning id
     ), item as (
       insert into assignment_item (id, assignment_id, place, points)
       select gen_random_uuid(), id, 0, 10 from made returning id
     )
     insert into item_exercise (item_id, exercise_id, place)
     select item.id, e.id, 0 from item, exercise e where e.slug = 'output-gradients' and e.shown`,
    [id, JSON.stringify(policy)],
  );
  await copyWork(id, "amara@demo.test", email("ada"), 1);
  await copyWork(id, "bjorn@demo.test", email("bo"), 0.25);
  return { id, name, instructor: email("ina"), right: email("ada"), wrong: email("bo") };
}

/** Gives a student, as graded work, what one of the demo's students practised. */
async function copyWork(sectionId: string, from: string, to: string, share: number) {
  const [given] = await query<{ id: string }>(
    `with work as (
       insert into assignment_work (id, assignment_id, user_id, begun_at)
       select gen_random_uuid(), a.id, u.id, now() - interval '3 days' from assignment a, "user" u
       where a.section_id = $1 and u.email = $2 returning id, assignment_id
     )
     insert into assigned_exercise (id, work_id, item_id, exercise_id, version_id, place, share, attempts, answered_at)
     select gen_random_uuid(), work.id, i.id, x.exercise_id, e.current_id, 0, $3, 1, now() - interval '2 days'
     from work join assignment_item i using (assignment_id) join item_exercise x on x.item_id = i.id
       join exercise e on e.id = x.exercise_id
     returning id`,
    [sectionId, to, share],
  );
  await query(
    `with source as (
       select v.* from variant v join "user" u on u.id = v.user_id join exercise e on e.id = v.exercise_id
       where u.email = $1 and e.slug = 'output-gradients' and v.assigned_id is null and v.number = 1
     ), made as (
       insert into variant (id, user_id, exercise_id, version_id, assigned_id, number, seed, engine_version, givens, key,
         view, hints, standing)
       select gen_random_uuid(), u.id, s.exercise_id, s.version_id, $3, 1, s.seed, s.engine_version, s.givens, s.key,
         s.view, 1, s.standing
       from source s, "user" u where u.email = $2 returning id
     )
     insert into submission (id, variant_id, idempotency_key, asked, responses, status, result, created_at)
     select gen_random_uuid(), made.id, gen_random_uuid(), s.asked, s.responses, s.status, s.result, now() - interval '2 days'
     from made, submission s join source on source.id = s.variant_id`,
    [from, to, given!.id],
  );
}
