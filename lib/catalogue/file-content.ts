import "server-only";
import { contentIdOf } from "@/lib/content";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";

/** Keeps what files say, where it is not kept yet. */
export async function keepContents(
  tx: Pick<Prisma.TransactionClient, "fileContent">,
  contents: Iterable<Uint8Array>,
): Promise<void> {
  const data = [...contents].map((bytes) => ({
    id: contentIdOf(bytes),
    bytes: Uint8Array.from(bytes),
  }));
  await tx.fileContent.createMany({ data, skipDuplicates: true });
}

/** What a file says, by its content's id; null where nothing of that id is kept. */
export async function findContent(id: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const row = await db.fileContent.findUnique({ where: { id }, select: { bytes: true } });
  return row?.bytes ?? null;
}
