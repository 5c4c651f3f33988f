import "server-only";
import { askCheck, type FoundCheck } from "@/lib/authoring/check/checks";
import { changedLessons } from "@/lib/authoring/check/course-checks";
import { notKept } from "@/lib/authoring/files/contents";
import { isSameTree, type Tree, treeOf } from "@/lib/authoring/files/files";
import { type FileVersions, notePublished } from "@/lib/authoring/review/hands";
import { forgetCourses } from "@/lib/catalogue/course-notes";
import { keepContents } from "@/lib/catalogue/file-content";
import { keepCourse } from "@/lib/catalogue/keep-course";
import { type CourseFiles, courseFrom } from "@/lib/content";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Issue } from "@/lib/exercise";
import { checkFiles } from "./check-files";

export type Published =
  | { readonly status: "published"; readonly number: number }
  /** Nothing differs from what was published last. */
  | { readonly status: "unchanged" }
  | { readonly status: "refused"; readonly issues: readonly Issue[] }
  /** Lessons are being checked: it can be published once all have passed. Asking again tells how far that is. */
  | { readonly status: "checking"; readonly done: number; readonly total: number }
  /** Another author has to approve it (see reviews.ts). */
  | { readonly status: "needs-review" }
  /** Somebody else published in between, or decided what asked for it. */
  | { readonly status: "overtaken" };

interface PublishingFiles {
  readonly course: { readonly id: string; readonly slug: string };
  readonly userId: string;
  readonly note: string;
  /** Who approved it, where it had to be. */
  readonly approvedById?: string;
  /** What was published last, and all that is to be from now on. */
  readonly before: Tree;
  readonly files: CourseFiles;
  /** Those of the files that are published with it. */
  readonly versions: FileVersions;
  /** Decides, in the transaction that publishes, what asked for it; false where that is decided already. */
  readonly decide?: (tx: Prisma.TransactionClient) => Promise<boolean>;
}

/** Makes a version of the course of these files. Each lesson whose text is another must have passed its check, with the
 *  skills and words of the very course.yaml and glossary.yaml that are published: a check that nobody has asked for begins. */
export async function publishFiles({
  course,
  userId,
  note,
  approvedById,
  before,
  files,
  versions,
  decide,
}: PublishingFiles): Promise<Published> {
  const { id: courseId, slug } = course;
  const read = courseFrom(slug, files, slug);
  if ("issues" in read) return { status: "refused", issues: read.issues };
  const unchecked = await whatChecksSay({ course, userId, before, files });
  if (unchecked) return unchecked;
  const whole = await checkFiles(slug, files);
  if ("issues" in whole) return { status: "refused", issues: whole.issues };
  const published = await db.$transaction(
    async (tx) => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('load content'))`;
      const [latest] = await tx.courseVersion.findMany({
        where: { courseId },
        orderBy: { number: "desc" },
        take: 1,
      });
      if (!isSameTree((latest?.files ?? {}) as Tree, before)) return overtaken;
      if (decide && !(await decide(tx))) return overtaken;
      const number = (latest?.number ?? 0) + 1;
      await keepContents(tx, await notKept(tx, files));
      const version = {
        courseId,
        number,
        note,
        byId: userId,
        approvedById,
        files: { ...treeOf(files) },
      };
      await tx.courseVersion.create({ data: version });
      await notePublished(tx, versions);
      await keepCourse(tx, whole.checked, { home: "product" });
      return { status: "published" as const, number };
    },
    { timeout: 60_000 },
  );
  forgetCourses();
  return published;
}

const overtaken = { status: "overtaken" as const };

/** Why the checks don't let a course be published: what they found, or that some are under way; null where all have
 *  passed. */
async function whatChecksSay({
  course: { id: courseId, slug },
  userId,
  before,
  files,
}: Pick<PublishingFiles, "course" | "userId" | "before" | "files">): Promise<Published | null> {
  const checks: FoundCheck[] = [];
  const issues: Issue[] = [];
  for (const { path, ...text } of changedLessons(before, files)) {
    const check = await askCheck({ courseId, userId }, text);
    checks.push(check);
    const found = check.report?.issues ?? [];
    issues.push(...found.map((issue) => ({ ...issue, file: `${slug}/${path}` })));
  }
  if (issues.length > 0) return { status: "refused", issues };
  if (checks.every(({ state }) => state === "passed")) return null;
  const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
  return {
    status: "checking",
    done: sum(checks.map(({ done }) => done)),
    total: sum(checks.map(({ total }) => total ?? 0)),
  };
}
