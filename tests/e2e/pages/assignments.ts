import { randomUUID } from "node:crypto";
import { type Policy, startingPolicies } from "@/lib/assessment/terms/policy";
import { demo } from "./accounts";
import { query } from "./records";

interface Made {
  readonly title: string;
  readonly kind: "homework" | "exam";
  /** Ids of exercises in their lessons, an item each. */
  readonly exercises: readonly string[];
  readonly policy?: Partial<Policy>;
  /** Milliseconds from now. */
  readonly due: number;
  readonly closes?: number;
  readonly password?: string;
}

/** A section of the course on backpropagation with this person as its student and the demo's instructor as its own, so that
 *  no other test's is changed; gives its id. */
export async function joinNewSection(email: string, lateDays = 0): Promise<string> {
  const id = randomUUID();
  await query(
    `insert into section (id, course_id, name, time_zone, late_days)
     select $1, id, 'Monday group', 'Europe/Berlin', $2 from course where slug = 'backpropagation'`,
    [id, lateDays],
  );
  await query(
    `insert into enrollment (user_id, section_id, role)
     select id, $2, case email when $1 then 'student' else 'instructor' end::section_role
     from "user" where email in ($1, $3)`,
    [email, id, demo.instructor],
  );
  return id;
}

/** An assignment of the section that a person with this email is a student of, open since an hour ago. */
export async function makeAssignment(email: string, made: Made): Promise<string> {
  const { title, kind, exercises, policy, due, closes = due, password = null } = made;
  const id = randomUUID();
  await query(
    `insert into assignment
       (id, section_id, title, intro, kind, published_at, opens_at, due_at, closes_at, policy, password)
     select $1, e.section_id, $3, $4, $5::assignment_kind, now(), now() - interval '1 hour',
       now() + $6 * interval '1 millisecond', now() + $7 * interval '1 millisecond', $8, $9
     from enrollment e join "user" u on u.id = e.user_id
     where u.email = $2 and e.role = 'student' limit 1`,
    [
      id,
      email,
      title,
      "Work on these **alone**. You may use your notes.",
      kind,
      due,
      closes,
      JSON.stringify({ ...startingPolicies[kind], ...policy }),
      password,
    ],
  );
  for (const [place, slug] of exercises.entries()) {
    const itemId = randomUUID();
    await query(
      "insert into assignment_item (id, assignment_id, place, points) values ($1, $2, $3, 10)",
      [itemId, id, place],
    );
    await query(
      `insert into item_exercise (item_id, exercise_id, place)
       select $1, id, 0 from exercise where slug = $2 and shown limit 1`,
      [itemId, slug],
    );
  }
  return id;
}

/** Lets so much of a student's time in an exam pass. */
export const passTime = (assignmentId: string, ms: number) =>
  query(
    "update assignment_work set begun_at = begun_at - $2 * interval '1 millisecond' where assignment_id = $1",
    [assignmentId, ms],
  );

/** Closes an assignment for everyone, also who has spent a late day on it. */
export const closeNow = (assignmentId: string) =>
  query(
    `update assignment set due_at = now() - interval '3 days', closes_at = now() - interval '3 days',
       opens_at = now() - interval '9 days'
     where id = $1`,
    [assignmentId],
  );

/** The key of the numbers that are graded in an assignment's first exercise, once something was typed to them. */
export async function gradedKey(assignmentId: string): Promise<Readonly<Record<string, unknown>>> {
  const [row] = await query<{ key: Readonly<Record<string, unknown>> }>(
    `select v.key from variant v join assigned_exercise a on a.id = v.assigned_id
       join assignment_work w on w.id = a.work_id
     where w.assignment_id = $1 order by a.place, v.number limit 1`,
    [assignmentId],
  );
  if (!row) throw new Error("nothing was typed yet");
  return row.key;
}
