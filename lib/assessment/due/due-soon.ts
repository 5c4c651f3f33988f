import "server-only";
import { pool } from "@/lib/db/client";

/** An assignment that is due within a week, and how far the section is with it. */
export interface DueSoon {
  readonly id: string;
  readonly title: string;
  readonly dueAt: Date;
  readonly students: number;
  readonly begun: number;
  readonly handedIn: number;
}

/** A section's published assignments that are due within a week, the next first. Extensions move nobody here: it is when
 *  most of the section is due. Whoever calls it has checked that the viewer is of the section's staff. */
export async function listDueSoon(sectionId: string): Promise<DueSoon[]> {
  const { rows } = await pool.query<DueSoon>({
    name: "section-due-soon",
    text: `
      select a.id, a.title, a.due_at as "dueAt", count(e.user_id)::int as students,
        count(w.begun_at)::int as begun, count(w.handed_in_at)::int as "handedIn"
      from assignment a
      left join enrollment e on e.section_id = a.section_id and e.role = 'student' and e.removed_at is null
      left join assignment_work w on w.assignment_id = a.id and w.user_id = e.user_id
      where a.section_id = $1 and a.published_at <= clock_now()
        and a.due_at between clock_now() and clock_now() + interval '7 days'
      group by a.id order by a.due_at, a.title`,
    values: [sectionId],
  });
  return rows;
}
