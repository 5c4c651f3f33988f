import "server-only";
import { type CourseFiles, contentIdOf, rememberContentId } from "@/lib/content";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";

/** Bytes of contents that are read at once: others are served in between. */
const atOnce = 1_000_000;

/** What files say by these ids, in their order. A few are read at a time, each of them once in it. */
export async function* contentsOf(ids: readonly string[]): AsyncGenerator<Uint8Array, undefined> {
  for (const some of await portionsOf(ids)) {
    const rows = await db.fileContent.findMany({
      where: { id: { in: some } },
      select: { id: true, bytes: true },
    });
    for (const { id, bytes } of rows) rememberContentId(bytes, id);
    const contents = new Map(rows.map(({ id, bytes }) => [id, bytes]));
    for (const id of some) yield contents.get(id)!;
  }
}

/** The ids in their order, so many together as are read at once. */
async function portionsOf(ids: readonly string[]): Promise<string[][]> {
  const rows = await db.$queryRaw<{ id: string; size: number }[]>`
    select id, octet_length(bytes) as size from file_content where id = any(${[...ids]})`;
  const sizes = new Map(rows.map(({ id, size }) => [id, size]));
  const portions: string[][] = [];
  let room = 0;
  for (const id of ids) {
    const size = sizes.get(id);
    if (size === undefined) throw new Error(`there is no content ${id}`);
    if (size > room || portions.length === 0) {
      portions.push([]);
      room = atOnce;
    }
    room -= size;
    portions.at(-1)!.push(id);
  }
  return portions;
}

/** Those of the files whose contents are not kept yet. */
export async function notKept(
  tx: Pick<Prisma.TransactionClient, "fileContent">,
  files: CourseFiles,
): Promise<CourseFiles> {
  const named = [...files].map(([path, bytes]) => [path, bytes, contentIdOf(bytes)] as const);
  const rows = await tx.fileContent.findMany({
    where: { id: { in: named.map(([, , id]) => id) } },
    select: { id: true },
  });
  const kept = new Set(rows.map(({ id }) => id));
  return new Map(named.flatMap(([path, bytes, id]) => (kept.has(id) ? [] : [[path, bytes]])));
}
