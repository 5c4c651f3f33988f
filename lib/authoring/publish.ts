import "server-only";
import { z } from "zod";
import type { CourseFiles } from "@/lib/content";
import { db } from "@/lib/db/client";
import { filesIn, isSameTree, latestTree, treeOf } from "./files";
import { freezeFiles } from "./freeze-files";
import { type Published, publishFiles } from "./publish-files";

export type { Published } from "./publish-files";

/** What is said of a version. */
export const noteForm = z.object({
  note: z
    .string()
    .trim()
    .min(1, "Say in a few words what changed.")
    .max(500, "Please use at most 500 characters."),
});

interface Publishing {
  readonly course: { readonly id: string; readonly slug: string };
  readonly userId: string;
  /** What changed, in its author's words. */
  readonly note: string;
  /** The files to publish as they are now; all others stay as they were published. All files where none are named. */
  readonly paths?: readonly string[];
}

/** Makes a version of the course, which readers see from then on. Numbers that students have begun stay with the version
 *  they were drawn from. Refuses, with every issue, a course that does not hold together, and lessons that fail their check. */
export async function publish({ course, userId, note, paths }: Publishing): Promise<Published> {
  const before = await latestTree(course.id);
  const { files: now, versions } = await freezeFiles(course.id, paths);
  const files = withChosen(await filesIn(before), now, paths);
  if (isSameTree(before, treeOf(files))) return { status: "unchanged" };
  const { reviewed } = await db.course.findUniqueOrThrow({
    where: { id: course.id },
    select: { reviewed: true },
  });
  if (reviewed) return { status: "needs-review" };
  return publishFiles({ course, userId, note, before, files, versions });
}

/** The files as they were, but for those of these paths, which are as they are now. */
function withChosen(
  before: CourseFiles,
  now: CourseFiles,
  paths: readonly string[] | undefined,
): CourseFiles {
  if (!paths) return now;
  const files = new Map(before);
  for (const path of paths) {
    const bytes = now.get(path);
    if (bytes) files.set(path, bytes);
    else files.delete(path);
  }
  return files;
}
