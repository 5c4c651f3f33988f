import "server-only";
import type { ToldChange } from "@/lib/authoring/editor/shared-text";
import { difference } from "@/lib/authoring/editor/text-change";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";

type Tx = Prisma.TransactionClient;

/** How much of a file's history is kept, for windows that were away: changes, and characters of them. Who was away for longer
 *  gets the whole text, which is no more. */
const most = { changes: 3_000, characters: 500_000 };

/** Changes after which a file's history is looked through, and characters of one that has it looked through at once. */
const every = { changes: 100, characters: 10_000 };

interface Kept {
  readonly fileId: string;
  /** The file's, with the change. */
  readonly version: number;
  readonly clientId: string;
  readonly userId: string;
  readonly change: readonly unknown[];
}

/** Notes a change of a file. */
export async function keepChange(
  tx: Tx,
  { fileId, version, clientId, userId, change }: Kept,
): Promise<void> {
  const changes = change as Prisma.JsonArray;
  await tx.fileChange.create({ data: { fileId, version, clientId, changes, byId: userId } });
  const isLong = JSON.stringify(change).length > every.characters;
  if (!isLong && version % every.changes !== 0) return;
  await tx.$executeRaw`
    delete from file_change where file_id = ${fileId}::uuid and version <= (
      select max(version) from (
        select version, sum(octet_length(changes::text)) over (order by version desc) as size
        from file_change where file_id = ${fileId}::uuid
      ) as kept
      where size > ${most.characters} or version <= ${version - most.changes}
    )`;
}

/** Notes a change that left a file's words as they were, such as another place: windows that have it open go on from there. */
export async function keepUnchanged(
  tx: Tx,
  { id: fileId, version, text }: { id: string; version: number; text: string | null },
  userId: string,
): Promise<void> {
  if (text === null) return;
  const change = difference(text, text).toJSON() as unknown[];
  await keepChange(tx, { fileId, version, clientId: "files", userId, change });
}

interface Asking {
  readonly clientId: string;
  readonly userId: string;
  /** The version that a window has seen; null where it doesn't know. */
  readonly seen: number | null;
}

/** What came after the version that a window has seen; null where that is not known any more. */
export async function newsSince(
  tx: Tx,
  { id: fileId, version }: { readonly id: string; readonly version: number },
  { seen, clientId, userId }: Asking,
): Promise<ToldChange[] | null> {
  if (seen === null || seen > version || version - seen > most.changes + every.changes) return null;
  if (seen === version) return [];
  const rows = await tx.fileChange.findMany({
    where: { fileId, version: { gt: seen } },
    orderBy: { version: "asc" },
  });
  if (rows.length !== version - seen) return null;
  return rows.map((row) => ({
    // A window's id is nobody's secret: its changes are its own only where its author made them.
    own: row.clientId === clientId && row.byId === userId,
    change: row.changes,
  }));
}

const keptFor = 24 * 60 * 60 * 1000;

/** Removes the changes of texts that are older than a day: only windows that were away would ask for them. */
export async function removeOldChanges(now = new Date()): Promise<void> {
  const before = new Date(now.getTime() - keptFor);
  await db.$executeRaw`
    delete from file_change using (
      select file_id, max(version) as version from file_change where at < ${before} group by file_id
    ) as old
    where file_change.file_id = old.file_id and file_change.version <= old.version`;
}
