import "server-only";
import { filesIn, latestTree } from "@/lib/authoring/files/files";
import type { CourseFiles } from "@/lib/content";
import { db } from "@/lib/db/client";
import type { CourseReviewState, Prisma } from "@/lib/db/generated/client";
import type { FileVersions } from "./hands";

/** Ids of contents by path, null for a file that is not there. */
export type FileIds = Readonly<Record<string, string | null>>;

/** Files that are to be published, once another author approves. */
export interface Review {
  readonly id: string;
  readonly note: string;
  readonly state: CourseReviewState;
  readonly askedBy: { readonly id: string; readonly name: string } | null;
  readonly askedAt: Date;
  readonly decidedBy: { readonly name: string } | null;
  readonly decidedAt: Date | null;
  readonly comment: string;
  readonly files: FileIds;
  /** What the same files were as they were published when it was asked for. */
  readonly base: FileIds;
  readonly versions: FileVersions;
  /** Who had changed any of the files since it was published. */
  readonly writtenByIds: readonly string[];
}

const include = {
  askedBy: { select: { id: true, name: true } },
  decidedBy: { select: { name: true } },
} as const satisfies Prisma.CourseReviewInclude;

const reviewIn = (row: Prisma.CourseReviewGetPayload<{ include: typeof include }>): Review => ({
  ...row,
  files: row.files as FileIds,
  base: row.base as FileIds,
  versions: row.versions as FileVersions,
});

const perPage = 50;

/** The reviews of a course that wait, the newest first, and a page of those that are decided, the latest first. */
export async function listReviews(
  courseId: string,
  wanted = 1,
): Promise<{ waiting: Review[]; decided: Review[]; page: number; pages: number }> {
  const done = { courseId, state: { not: "waiting" } } as const;
  const pages = Math.max(1, Math.ceil((await db.courseReview.count({ where: done })) / perPage));
  const page = Math.min(wanted, pages);
  const [waiting, decided] = await Promise.all([
    db.courseReview.findMany({
      where: { courseId, state: "waiting" },
      orderBy: { askedAt: "desc" },
      include,
    }),
    db.courseReview.findMany({
      where: done,
      orderBy: [{ decidedAt: "desc" }, { id: "asc" }],
      skip: perPage * (page - 1),
      take: perPage,
      include,
    }),
  ]);
  return { waiting: waiting.map(reviewIn), decided: decided.map(reviewIn), page, pages };
}

/** A review of a course; null where there is none. */
export async function findReview(courseId: string, id: string): Promise<Review | null> {
  const row = await db.courseReview.findFirst({ where: { id, courseId }, include });
  return row && reviewIn(row);
}

/** All files of a course as they would be with what a review asks for. */
export async function filesWith(
  courseId: string,
  { files }: Pick<Review, "files">,
): Promise<CourseFiles> {
  const tree = new Map(Object.entries(await latestTree(courseId)));
  for (const [path, id] of Object.entries(files)) {
    if (id === null) tree.delete(path);
    else tree.set(path, id);
  }
  return filesIn(Object.fromEntries(tree));
}
