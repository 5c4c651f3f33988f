import "server-only";
import { z } from "zod";
import { isSameTree, latestTree } from "@/lib/authoring/files/files";
import { db } from "@/lib/db/client";
import { chosenFiles } from "./chosen-files";
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
  /** The files to publish as they are now, and with any of a lesson that moved all of it; all others stay as they were
   *  published. All files where none are named. */
  readonly paths?: readonly string[];
}

/** Makes a version of the course, which readers see from then on. Numbers that students have begun stay with the version
 *  they were drawn from. Refuses, with every issue, a course that does not hold together, and lessons that fail their check. */
export async function publish({ course, userId, note, paths }: Publishing): Promise<Published> {
  const before = await latestTree(course.id);
  const chosen = await chosenFiles(course.id, before, paths);
  if (isSameTree(before, chosen.tree)) return { status: "unchanged" };
  const { reviewed } = await db.course.findUniqueOrThrow({
    where: { id: course.id },
    select: { reviewed: true },
  });
  if (reviewed) return { status: "needs-review" };
  const { read, versions } = chosen;
  return publishFiles({ course, userId, note, before, files: await read(), versions });
}
