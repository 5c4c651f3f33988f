import "server-only";
import { pool } from "@/lib/db/client";
import type { RegradeStatus } from "@/lib/db/generated/client";

/** An exercise of a section's graded work, with what became of it since it was handed out. */
export interface RegradeEntry {
  readonly exerciseId: string;
  readonly title: string;
  readonly lesson: string;
  /** Students who have begun it in graded work. */
  readonly begun: number;
  /** Those of them whose numbers an older version judges. */
  readonly older: number;
  /** The latest regrade of it that was not dropped. */
  readonly regrade: { readonly id: string; readonly status: RegradeStatus } | null;
}

/** The exercises that students of a section have begun in graded work; those with an older version first. */
export async function listRegradable(sectionId: string): Promise<RegradeEntry[]> {
  const { rows } = await pool.query<RegradeEntry>({
    name: "list-regradable",
    text: `
      select e.id as "exerciseId", e.title, l.number || '. ' || l.title as lesson,
        count(distinct a.id)::int as begun,
        (count(distinct a.id) filter (where coalesce(c.version_id, v.version_id) <> e.current_id))::int as older,
        (
          select jsonb_build_object('id', g.id, 'status', g.status) from regrade g
          where g.section_id = $1 and g.exercise_id = e.id and g.status <> 'dropped'
          order by g.created_at desc limit 1
        ) as regrade
      from assignment t
      join assignment_work w on w.assignment_id = t.id
      join assigned_exercise a on a.work_id = w.id
      join variant v on v.assigned_id = a.id
      left join variant_correction c on c.variant_id = v.id
      join exercise e on e.id = a.exercise_id
      join lesson l on l.id = e.lesson_id
      where t.section_id = $1
      group by e.id, l.id
      order by (count(*) filter (where coalesce(c.version_id, v.version_id) <> e.current_id) > 0) desc,
        l.number, e.place`,
    values: [sectionId],
  });
  return rows;
}
