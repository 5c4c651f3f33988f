import "server-only";
import { type CourseFiles, contentIdOf } from "@/lib/content";
import { db } from "@/lib/db/client";
import { filesIn, type Tree } from "./files";
import { movesBetween, withWholeMoves } from "./moves";

/** Files that are to be published. */
interface Chosen {
  readonly tree: Tree;
  /** What they say, which may be many megabytes. */
  readonly read: () => Promise<CourseFiles>;
}

/** A course's files as they were published last, but for those of these paths, and with any of a lesson that moved all of it,
 *  which are as they are now; all as they are now where none are named. */
export async function chosenFiles(
  courseId: string,
  before: Tree,
  paths?: readonly string[],
): Promise<Chosen> {
  const rows = await db.courseFile.findMany({
    where: { courseId, removedAt: null },
    orderBy: { path: "asc" },
    select: { path: true, text: true, contentId: true },
  });
  const texts = new Map<string, Uint8Array>();
  const now = new Map<string, string>();
  for (const { path, text, contentId } of rows) {
    const bytes = text === null ? undefined : new TextEncoder().encode(text);
    const id = bytes ? contentIdOf(bytes) : contentId!;
    if (bytes) texts.set(id, bytes);
    now.set(path, id);
  }
  const whole = Object.fromEntries(now);
  const tree = paths
    ? withChosen(before, now, withWholeMoves(paths, movesBetween(before, whole)))
    : whole;
  return { tree, read: () => filesIn(tree, texts) };
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
