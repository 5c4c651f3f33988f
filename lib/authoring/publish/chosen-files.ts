import "server-only";
import { movesBetween, withWholeMoves } from "@/lib/authoring/course/moves";
import { filesIn, type Tree } from "@/lib/authoring/files/files";
import type { FileVersions } from "@/lib/authoring/review/hands";
import { type CourseFiles, contentIdOf } from "@/lib/content";
import { db } from "@/lib/db/client";

/** Files that are to be published. */
interface Chosen {
  readonly tree: Tree;
  /** Of those that are chosen, the removed ones too. */
  readonly versions: FileVersions;
  /** The files' own ids, of those that are chosen. */
  readonly ids: ReadonlyMap<string, string>;
  /** What they say, which may be many megabytes: all of them, or those of these paths. */
  readonly read: (paths?: readonly string[]) => Promise<CourseFiles>;
}

/** A course's files as they were published last, but for those of these paths, and with any of a lesson that moved all of it,
 *  which are as they are now; all as they are now where none are named. */
export async function chosenFiles(
  courseId: string,
  before: Tree,
  paths?: readonly string[],
): Promise<Chosen> {
  const rows = await db.courseFile.findMany({
    where: { courseId },
    orderBy: { path: "asc" },
    select: { id: true, path: true, text: true, contentId: true, version: true, removedAt: true },
  });
  const texts = new Map<string, Uint8Array>();
  const now = new Map<string, string>();
  for (const { path, text, contentId, removedAt } of rows) {
    if (removedAt) continue;
    const bytes = text === null ? undefined : new TextEncoder().encode(text);
    const id = bytes ? contentIdOf(bytes) : contentId!;
    if (bytes) texts.set(id, bytes);
    now.set(path, id);
  }
  const whole = Object.fromEntries(now);
  const wanted = paths && withWholeMoves(paths, movesBetween(before, whole));
  const tree = wanted ? withChosen(before, now, wanted) : whole;
  const taken = rows.filter(({ path }) => wanted?.includes(path) ?? true);
  const versions = Object.fromEntries(taken.map(({ id, version }) => [id, version]));
  const ids = new Map(taken.map(({ path, id }) => [path, id]));
  const read = (some?: readonly string[]) => filesIn(some ? treeOfPaths(tree, some) : tree, texts);
  return { tree, versions, ids, read };
}

function withChosen(
  before: Tree,
  now: ReadonlyMap<string, string>,
  paths: readonly string[],
): Tree {
  const tree = new Map(Object.entries(before));
  for (const path of paths) {
    const id = now.get(path);
    if (id) tree.set(path, id);
    else tree.delete(path);
  }
  return Object.fromEntries(tree);
}

const treeOfPaths = (tree: Tree, paths: readonly string[]): Tree =>
  Object.fromEntries(Object.entries(tree).filter(([path]) => paths.includes(path)));
