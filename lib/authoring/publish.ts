import "server-only";
import { z } from "zod";
import { forgetCourses } from "@/lib/catalogue/course-notes";
import { keepContents } from "@/lib/catalogue/file-content";
import { keepCourse } from "@/lib/catalogue/keep-course";
import type { CourseFiles } from "@/lib/content";
import { db } from "@/lib/db/client";
import type { Issue } from "@/lib/exercise";
import { checkFiles } from "./check-files";
import { filesIn, latestTree, type Tree, treeOf, workingFiles } from "./files";

/** What is said of a version. */
export const noteForm = z.object({
  note: z
    .string()
    .trim()
    .min(1, "Say in a few words what changed.")
    .max(500, "Please use at most 500 characters."),
});

export type Published =
  | { readonly status: "published"; readonly number: number }
  /** Nothing differs from what was published last. */
  | { readonly status: "unchanged" }
  | { readonly status: "refused"; readonly issues: readonly Issue[] }
  /** Somebody else published in between. */
  | { readonly status: "overtaken" };

interface Publishing {
  readonly course: { readonly id: string; readonly slug: string };
  readonly userId: string;
  /** What changed, in its author's words. */
  readonly note: string;
  /** The files to publish as they are now; all others stay as they were published. All files where none are named. */
  readonly paths?: readonly string[];
}

/** Makes a version of the course, which readers see from then on. Numbers that students have begun stay with the version
 *  they were drawn from. Refuses, with every issue, a course that does not hold together. */
export async function publish({ course, userId, note, paths }: Publishing): Promise<Published> {
  const { id: courseId, slug } = course;
  const before = await latestTree(courseId);
  const files = chosen(await filesIn(before), await workingFiles(courseId), paths);
  const tree = treeOf(files);
  if (isSame(before, tree)) return { status: "unchanged" };
  const read = checkFiles(slug, files);
  if ("issues" in read) return { status: "refused", issues: read.issues };
  const { checked } = read;
  const published = await db.$transaction(
    async (tx) => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('load content'))`;
      const [latest] = await tx.courseVersion.findMany({
        where: { courseId },
        orderBy: { number: "desc" },
        take: 1,
      });
      if (!isSame((latest?.files ?? {}) as Tree, before)) return { status: "overtaken" as const };
      const number = (latest?.number ?? 0) + 1;
      await keepContents(tx, files.values());
      await tx.courseVersion.create({
        data: { courseId, number, note, byId: userId, files: { ...tree } },
      });
      await keepCourse(tx, checked, { home: "product" });
      return { status: "published" as const, number };
    },
    { timeout: 60_000 },
  );
  forgetCourses();
  return published;
}

/** The files as they were, but for those of these paths, which are as they are now. */
function chosen(
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

function isSame(a: Tree, b: Tree): boolean {
  const paths = Object.keys(a);
  return paths.length === Object.keys(b).length && paths.every((path) => a[path] === b[path]);
}
