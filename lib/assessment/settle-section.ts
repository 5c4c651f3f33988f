import "server-only";
import { db } from "@/lib/db/client";
import { clockNow } from "@/lib/db/clock";
import { settle } from "./settle";

/** Makes what is kept of all assignments of a section agree with what holds now, for everyone or for one student: their
 *  group, their time and the section's time zone say when work is late. An assignment after the other, so that none waits
 *  for all. */
export async function settleSection(sectionId: string, userId?: string): Promise<void> {
  const begun = { begunAt: { not: null }, ...(userId ? { userId } : {}) };
  const rows = await db.assignment.findMany({
    where: { sectionId, works: { some: begun } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  for (const { id } of rows) {
    await db.$transaction(
      async (tx) => settle(tx, id, await clockNow(), userId ? { userId } : {}),
      { timeout: 60_000 },
    );
  }
}
