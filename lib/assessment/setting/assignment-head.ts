import "server-only";
import { db } from "@/lib/db/client";
import { isId } from "@/lib/db/id";

export interface AssignmentHead {
  readonly id: string;
  readonly title: string;
  readonly section: { readonly id: string; readonly name: string };
}

/** What an assignment is called, and whose it is; null where there is none. Whoever calls it has checked who may see it. */
export const findAssignmentHead = (id: string): Promise<AssignmentHead | null> =>
  db.assignment.findUnique({
    where: { id },
    select: { id: true, title: true, section: { select: { id: true, name: true } } },
  });

/** Which section an assignment is of, and whether its students can see it; null where there is none. */
export async function findAssignmentPlace(
  id: string,
): Promise<{ readonly sectionId: string; readonly published: boolean } | null> {
  if (!isId(id)) return null;
  const row = await db.assignment.findUnique({
    where: { id },
    select: { sectionId: true, publishedAt: true },
  });
  return row && { sectionId: row.sectionId, published: row.publishedAt !== null };
}
