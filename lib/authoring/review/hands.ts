import "server-only";
import type { Prisma } from "@/lib/db/generated/client";

/** Notes that somebody has changed these files, once their versions count the change: whoever has changed a file since it was
 *  published does not approve it. */
export async function noteHand(
  tx: Pick<Prisma.TransactionClient, "$executeRaw">,
  userId: string,
  fileIds: readonly string[],
): Promise<void> {
  await tx.$executeRaw`
    insert into file_hand (file_id, user_id, version)
    select id, ${userId}::uuid, version from course_file where id = any(${fileIds}::uuid[])
    on conflict (file_id, user_id) do update set version = excluded.version`;
}

/** Who has changed these files since they were published, by the files' ids. */
export async function handsIn(
  tx: Pick<Prisma.TransactionClient, "$queryRaw">,
  fileIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx.$queryRaw<{ fileId: string; userIds: string[] }[]>`
    select f.id as "fileId", array_agg(h.user_id::text) as "userIds"
    from file_hand h join course_file f on f.id = h.file_id
    where f.id = any(${fileIds}::uuid[]) and h.version > coalesce(f.published_version, -1)
    group by f.id`;
  return new Map(rows.map(({ fileId, userIds }) => [fileId, userIds]));
}

/** The versions of files, by the files' ids. */
export type FileVersions = Readonly<Record<string, number>>;

/** Notes that files were published as they were in these versions. */
export async function notePublished(
  tx: Pick<Prisma.TransactionClient, "$executeRaw">,
  versions: FileVersions,
): Promise<void> {
  await tx.$executeRaw`
    update course_file f
    set published_version = greatest(coalesce(f.published_version, -1), p.version)
    from unnest(${Object.keys(versions)}::uuid[], ${Object.values(versions)}::int[]) as p(id, version)
    where f.id = p.id`;
}
