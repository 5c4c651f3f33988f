import { randomUUID } from "node:crypto";
import pg from "pg";
import { startingPolicies } from "@/lib/assessment/terms/policy";
import { db } from "@/lib/db/client";

export const students = 2_000;
const assignments = 12;
const itemsEach = 5;
const submissionsEach = 5;
export const submissions = students * assignments * itemsEach * submissionsEach;

export interface AFullGradebook {
  readonly sectionId: string;
  readonly assignmentId: string;
  readonly instructor: { readonly id: string; readonly passwordHash: null };
}

/** Fills a section of the first course by whole tables at a time: 2,000 students, twelve assignments of five items, all
 *  of them answered five times. */
export async function fillGradebook(): Promise<AFullGradebook> {
  const course = await db.course.findFirstOrThrow({ orderBy: { slug: "asc" } });
  const grading = {
    categories: [
      { id: "hw", name: "Homework", weight: 40, dropLowest: 1 },
      { id: "ex", name: "Exams", weight: 60, dropLowest: 0 },
    ],
    letters: [
      { name: "A", from: 0.6 },
      { name: "B", from: 0.5 },
    ],
  };
  const { id: sectionId } = await db.section.create({
    data: { courseId: course.id, name: "The large one", grading },
  });
  const { id } = await db.user.create({
    data: {
      name: "Large",
      email: `${randomUUID()}@bench.test`,
      enrollments: { create: { sectionId, role: "instructor" } },
    },
  });
  // The product's own connections wait for no statement as long as these take.
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await fillStudents(client, sectionId);
  await fillAssignments(client, sectionId, course.id);
  await fillWork(client, sectionId);
  await fillAnswers(client, sectionId);
  await client.query("analyze");
  await client.end();
  const { id: assignmentId } = await db.assignment.findFirstOrThrow({ where: { sectionId } });
  return { sectionId, assignmentId, instructor: { id, passwordHash: null } };
}

async function fillStudents(client: pg.Client, sectionId: string) {
  await client.query({
    text: `
      with made as (
        insert into "user" (id, name, email)
        select gen_random_uuid(), 'Student ' || lpad((n * 7919 % 10000)::text, 4, '0') || ' of many',
          'student-' || n || '@bench.test'
        from generate_series(1, ${students}) n
        returning id, email
      )
      insert into enrollment (user_id, section_id, role, campus_id, "group")
      select id, $1, 'student', 'c' || substr(email, 9, 5), 'g' || (ascii(substr(email, 9, 1)) % 5) from made`,
    values: [sectionId],
  });
}

async function fillAssignments(client: pg.Client, sectionId: string, courseId: string) {
  await client.query({
    text: `
      with made as (
        insert into assignment (id, section_id, title, category, published_at, opens_at, due_at, closes_at, policy)
        select gen_random_uuid(), $1, 'Assignment ' || n, case when n % 4 = 0 then 'ex' else 'hw' end, now() - interval '90 days',
          now() - interval '90 days', now() - (${assignments} - n) * interval '1 day' - interval '1 hour',
          now() - (${assignments} - n) * interval '1 day', $3
        from generate_series(1, ${assignments}) n
        returning id, title
      ), items as (
        insert into assignment_item (id, assignment_id, place, points)
        select gen_random_uuid(), made.id, place, 2 from made, generate_series(0, ${itemsEach - 1}) place
        returning id
      ), numbered as (
        select id, row_number() over (order by id) as n from items
      ), exercises as (
        select e.id, row_number() over (order by l.number, e.place) as n
        from exercise e join lesson l on l.id = e.lesson_id
        where l.course_id = $2 and e.shown and l.shown
      )
      insert into item_exercise (item_id, exercise_id, place)
      select numbered.id, exercises.id, 0 from numbered join exercises using (n)`,
    values: [sectionId, courseId, JSON.stringify(startingPolicies.homework)],
  });
}

async function fillWork(client: pg.Client, sectionId: string) {
  await client.query({
    text: `
      insert into assignment_work (id, assignment_id, user_id, begun_at)
      select gen_random_uuid(), a.id, e.user_id, now() - interval '60 days'
      from assignment a join enrollment e on e.section_id = a.section_id and e.role = 'student'
      where a.section_id = $1`,
    values: [sectionId],
  });
  await client.query({
    text: `
      insert into assigned_exercise
        (id, work_id, item_id, exercise_id, version_id, place, share, attempts, answered_at)
      select gen_random_uuid(), w.id, i.id, x.exercise_id, e.current_id, i.place, round(random()::numeric, 2),
        ${submissionsEach}, now() - interval '50 days'
      from assignment_work w
      join assignment a on a.id = w.assignment_id
      join assignment_item i on i.assignment_id = a.id
      join item_exercise x on x.item_id = i.id
      join exercise e on e.id = x.exercise_id
      where a.section_id = $1`,
    values: [sectionId],
  });
}

/** The answers of one of the demo's students, over and over: their sizes are what such rows have. */
async function fillAnswers(client: pg.Client, sectionId: string) {
  await client.query({
    text: `
      insert into variant
        (id, user_id, exercise_id, version_id, assigned_id, number, seed, engine_version, givens, key, view, standing, revision)
      select gen_random_uuid(), w.user_id, g.exercise_id, g.version_id, g.id, 1, 'bench', v.engine_version, v.givens,
        v.key, v.view, v.standing, ${submissionsEach}
      from assigned_exercise g
      join assignment_work w on w.id = g.work_id
      join assignment a on a.id = w.assignment_id,
      (select * from variant order by octet_length(givens::text) limit 1) v
      where a.section_id = $1`,
    values: [sectionId],
  });
  for (let n = 1; n <= submissionsEach; n++)
    await client.query({
      text: `
        insert into submission (id, variant_id, idempotency_key, asked, responses, status, result, created_at)
        select gen_random_uuid(), v.id, gen_random_uuid(), s.asked, s.responses, s.status, s.result,
          now() - interval '55 days' + ${n} * interval '1 hour'
        from variant v
        join assigned_exercise g on g.id = v.assigned_id
        join assignment_work w on w.id = g.work_id
        join assignment a on a.id = w.assignment_id,
        (select * from submission order by octet_length(result::text) limit 1) s
        where a.section_id = $1`,
      values: [sectionId],
    });
}
