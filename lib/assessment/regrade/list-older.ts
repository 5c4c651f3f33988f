import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { pool } from "@/lib/db/client";

/** Graded work of a section that an older version of an exercise judges. */
export interface OlderWork {
  readonly sectionId: string;
  readonly section: string;
  readonly exerciseId: string;
  readonly exercise: string;
  /** Students whose numbers are of an older version. */
  readonly students: number;
  /** Whether the viewer may plan its regrade; who may is in `teachers`, by name. */
  readonly mine: boolean;
  readonly teachers: readonly string[];
}

/** The graded work in a course that stands on an earlier version of its exercise and that no regrade since has judged
 *  anew, section by section. */
export async function listOlderWork(
  courseId: string,
  viewer: Pick<Viewer, "id" | "role">,
): Promise<OlderWork[]> {
  const { rows } = await pool.query<OlderWork>({
    name: "list-older-work",
    text: `
      select s.id as "sectionId", s.name as section, e.id as "exerciseId", e.title as exercise,
        count(distinct a.id)::int as students,
        $3::boolean or exists (
          select from enrollment n where n.section_id = s.id and n.user_id = $2
            and n.role = 'instructor' and n.removed_at is null
        ) as mine,
        array(
          select u.name from enrollment n join "user" u on u.id = n.user_id
          where n.section_id = s.id and n.role = 'instructor' and n.removed_at is null order by u.name
        ) as teachers
      from section s
      join assignment t on t.section_id = s.id
      join assignment_work w on w.assignment_id = t.id
      join assigned_exercise a on a.work_id = w.id
      join variant v on v.assigned_id = a.id
      left join variant_correction c on c.variant_id = v.id
      join exercise e on e.id = a.exercise_id
      where s.course_id = $1 and coalesce(c.version_id, v.version_id) <> e.current_id
      group by s.id, e.id
      order by s.name, e.title`,
    values: [courseId, viewer.id, viewer.role === "admin"],
  });
  return rows;
}
