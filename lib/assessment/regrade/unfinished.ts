import "server-only";
import { db, pool } from "@/lib/db/client";
import type { Regrade } from "@/lib/db/generated/client";

/** The assigned exercises of the section that are judged by another version, or whose numbers are to be void, and that are
 *  not worked out yet. */
export async function listUnplanned(regrade: Regrade): Promise<string[]> {
  const { id, sectionId, exerciseId, versionId, voids, variantIds } = regrade;
  const { rows } = await pool.query<{ id: string }>({
    name: "list-unplanned",
    text: `
      select a.id from assigned_exercise a
      join assignment_work w on w.id = a.work_id
      join assignment t on t.id = w.assignment_id
      where a.exercise_id = $2 and t.section_id = $3
        and exists (
          select from variant v left join variant_correction c on c.variant_id = v.id
          where v.assigned_id = a.id and case
            when $5 then cardinality($6::uuid[]) = 0 or v.id = any($6::uuid[])
            else coalesce(c.version_id, v.version_id) <> $4
          end
        )
        and not exists (
          select from regrade_change x where x.regrade_id = $1 and x.assigned_id = a.id
        )
      order by a.id`,
    values: [id, exerciseId, sectionId, versionId, voids, variantIds],
  });
  return rows.map((row) => row.id);
}

/** What is worked out and not applied yet. */
export async function listUnapplied({ id }: Pick<Regrade, "id">): Promise<string[]> {
  const rows = await db.regradeChange.findMany({
    where: { regradeId: id, appliedAt: null },
    orderBy: { assignedId: "asc" },
    select: { assignedId: true },
  });
  return rows.map(({ assignedId }) => assignedId);
}
