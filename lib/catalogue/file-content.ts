import "server-only";
import { type CourseFiles, contentIdOf, extensionOf, kindOf } from "@/lib/content";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";

/** Keeps what files say, where it is not kept yet, and that it is what their names say it is. */
export async function keepContents(
  tx: Pick<Prisma.TransactionClient, "fileContent" | "$executeRaw">,
  files: CourseFiles,
): Promise<void> {
  const named = [...files].map(([path, bytes]) => ({ path, bytes, id: contentIdOf(bytes) }));
  const data = named.map(({ id, bytes }) => ({ id, bytes: Uint8Array.from(bytes) }));
  await tx.fileContent.createMany({ data, skipDuplicates: true });
  const idsOf = new Map<string, string[]>();
  for (const { path, bytes, id } of named) {
    if (!kindOf(path)?.holds(bytes)) continue;
    const extension = extensionOf(path);
    idsOf.set(extension, [...(idsOf.get(extension) ?? []), id]);
  }
  for (const [kind, ids] of idsOf) {
    await tx.$executeRaw`
      update file_content set kinds = array_append(kinds, ${kind})
      where id = any(${ids}) and not ${kind} = any(kinds)`;
  }
}

/** What a file says, by its content's id, where it is of this extension; null where nothing of both is kept. */
export async function findContent(
  id: string,
  extension: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const row = await db.fileContent.findUnique({
    where: { id, kinds: { has: extension } },
    select: { bytes: true },
  });
  return row?.bytes ?? null;
}
