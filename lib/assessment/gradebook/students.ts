import "server-only";
import { pool } from "@/lib/db/client";

/** A student as a gradebook names them. */
export interface GradedStudent {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly campusId: string | null;
  readonly group: string | null;
  readonly timeFactor: number;
  readonly removed: boolean;
}

/** The students of a section by name; those who were removed only where they are asked for. */
export async function listGradedStudents(
  sectionId: string,
  withRemoved = false,
): Promise<GradedStudent[]> {
  const { rows } = await pool.query<GradedStudent>({
    name: "graded-students",
    text: `
      select u.id, u.name, u.email, e.campus_id as "campusId", e."group",
        e.time_factor as "timeFactor", e.removed_at is not null as removed
      from enrollment e join "user" u on u.id = e.user_id
      where e.section_id = $1 and e.role = 'student' and (e.removed_at is null or $2)
      order by u.name, u.id`,
    values: [sectionId, withRemoved],
  });
  return rows;
}

/** Whether a student is meant by what was typed to find somebody. */
export function isMeant(student: GradedStudent, wanted: string): boolean {
  const { name, email, campusId, group } = student;
  const said = [name, email, campusId, group].join(" ").toLowerCase();
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
}
