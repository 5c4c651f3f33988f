import "server-only";
import type { Records } from "@/lib/cohort/audit";
import { db } from "@/lib/db/client";

/** A place in an assignment, as it is kept. */
export interface KeptItem {
  readonly id: string;
  /** Of each exercise drawn. */
  readonly points: number;
  readonly draws: number;
  readonly exercises: readonly { readonly id: string; readonly title: string }[];
}

/** An assignment's places in order, without those that were taken out. */
export async function listItems(assignmentId: string, tx: Records = db): Promise<KeptItem[]> {
  const rows = await tx.assignmentItem.findMany({
    where: { assignmentId, draws: { gt: 0 } },
    orderBy: { place: "asc" },
    select: {
      id: true,
      points: true,
      draws: true,
      pool: {
        orderBy: { place: "asc" },
        select: { exercise: { select: { id: true, title: true } } },
      },
    },
  });
  return rows.map(({ pool, ...item }) => ({
    ...item,
    exercises: pool.map(({ exercise }) => exercise),
  }));
}
