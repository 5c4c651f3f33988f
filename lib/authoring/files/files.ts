import "server-only";
import { type CourseFiles, contentIdOf } from "@/lib/content";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { contentsOf } from "./contents";

/** What a course's version holds: ids of contents by path. */
export type Tree = Readonly<Record<string, string>>;

export function isSameTree(a: Tree, b: Tree): boolean {
  const paths = Object.keys(a);
  return paths.length === Object.keys(b).length && paths.every((path) => a[path] === b[path]);
}

/** A file as its authors have it now, beside what was published last. */
export interface WrittenFile {
  readonly path: string;
  /** The id of its content. */
  readonly id: string;
  readonly state: "new" | "changed" | "published" | "removed";
  /** Bytes of it. */
  readonly size: number;
  readonly updatedAt: Date;
}

/** The files of a course that is written here, by path. */
export async function listFiles(courseId: string): Promise<WrittenFile[]> {
  const [entries, tree] = await Promise.all([listEntries(courseId), latestTree(courseId)]);
  return entries.flatMap((entry) => {
    const state = stateOf(entry, tree[entry.path]);
    const { path, id, size, updatedAt } = entry;
    return state ? [{ path, id, size, updatedAt, state }] : [];
  });
}

function stateOf({ id, removedAt }: Entry, before?: string): WrittenFile["state"] | undefined {
  if (removedAt) return before ? "removed" : undefined;
  if (!before) return "new";
  return before === id ? "published" : "changed";
}

/** What is known of a file without what it says: its pictures may be many megabytes. */
export interface Entry {
  readonly path: string;
  /** The id of its content. */
  readonly id: string;
  /** Bytes of it. */
  readonly size: number;
  readonly updatedAt: Date;
  readonly removedAt: Date | null;
}

/** The files of a course that is written here, by path, those that were taken out among them. */
export function listEntries(
  courseId: string,
  records: Pick<Prisma.TransactionClient, "$queryRaw"> = db,
): Promise<Entry[]> {
  return records.$queryRaw<Entry[]>`
    select f.path, f.updated_at as "updatedAt", f.removed_at as "removedAt",
      coalesce(f.content_id, encode(sha256(convert_to(f.text, 'UTF8')), 'hex')) as id,
      coalesce(octet_length(f.text), octet_length(c.bytes)) as size
    from course_file f left join file_content c on c.id = f.content_id
    where f.course_id = ${courseId}::uuid order by f.path`;
}

/** The files of a course as its authors have them now. */
export async function workingFiles(courseId: string): Promise<CourseFiles> {
  const files = new Map<string, Uint8Array>();
  for await (const [path, bytes] of eachFile(courseId)) files.set(path, bytes);
  return files;
}

/** The same, one file after the other, by path. */
export async function* eachFile(courseId: string): AsyncGenerator<[string, Uint8Array]> {
  const rows = await db.courseFile.findMany({
    where: { courseId, removedAt: null },
    orderBy: { path: "asc" },
    select: { path: true, text: true, contentId: true },
  });
  const kept = rows.flatMap(({ text, contentId }) => (text === null ? (contentId ?? []) : []));
  const contents = contentsOf(kept);
  for (const { path, text } of rows) {
    if (text !== null) yield [path, new TextEncoder().encode(text)];
    else yield [path, (await contents.next()).value!];
  }
}

/** The files of a course as they were published last; none before. */
export async function latestTree(courseId: string): Promise<Tree> {
  const latest = await db.courseVersion.findFirst({
    where: { courseId },
    orderBy: { number: "desc" },
    select: { files: true },
  });
  return (latest?.files ?? {}) as Tree;
}

/** The files that a version holds. What some of them say may be known, by its id. */
export async function filesIn(
  tree: Tree,
  known: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<CourseFiles> {
  const files = new Map<string, Uint8Array>();
  const contents = contentsOf(Object.values(tree).filter((id) => !known.has(id)));
  for (const [path, id] of Object.entries(tree))
    files.set(path, known.get(id) ?? (await contents.next()).value!);
  return files;
}

/** The ids of what files say, by their paths. */
export const treeOf = (files: CourseFiles): Tree =>
  Object.fromEntries([...files].map(([path, bytes]) => [path, contentIdOf(bytes)]));
