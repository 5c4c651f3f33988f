import "server-only";
import { z } from "zod";
import { keepContents } from "@/lib/catalogue/file-content";
import { type CourseFiles, contentIdOf } from "@/lib/content";
import { db } from "@/lib/db/client";
import type { CourseReviewState } from "@/lib/db/generated/client";
import { notKept } from "./contents";
import { filesIn, latestTree, type Tree, treeOf, workingFiles } from "./files";
import { movesBetween, withWholeMoves } from "./moves";
import { type Published, publishFiles } from "./publish-files";

/** Why something is declined. */
export const commentForm = z.object({
  comment: z
    .string()
    .trim()
    .min(1, "Say what should change first.")
    .max(2000, "Please use at most 2,000 characters."),
});

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
  /** Ids of contents by path, null for a file that goes. */
  readonly files: Readonly<Record<string, string | null>>;
}

interface Asking {
  readonly course: { readonly id: string };
  readonly userId: string;
  readonly note: string;
  /** The files to be published as they are now. */
  readonly paths: readonly string[];
}

/** Asks the other authors to look at these files as they are now: what is typed from here on is none of it. */
export async function askReview({ course, userId, note, ...asking }: Asking): Promise<void> {
  const [now, before] = await Promise.all([workingFiles(course.id), latestTree(course.id)]);
  const paths = withWholeMoves(asking.paths, movesBetween(before, treeOf(now)));
  const frozen: CourseFiles = new Map(
    paths.flatMap((path) => {
      const bytes = now.get(path);
      return bytes ? [[path, bytes]] : [];
    }),
  );
  const changes = paths.flatMap((path) => {
    const bytes = frozen.get(path);
    const id = bytes ? contentIdOf(bytes) : null;
    return id === (before[path] ?? null) ? [] : [[path, id] as const];
  });
  await db.$transaction(async (tx) => {
    await keepContents(tx, await notKept(tx, frozen));
    const files = Object.fromEntries(changes);
    await tx.courseReview.create({ data: { courseId: course.id, note, askedById: userId, files } });
  });
}

const include = {
  askedBy: { select: { id: true, name: true } },
  decidedBy: { select: { name: true } },
} as const;

/** The reviews of a course that are waiting, and the latest that were decided; the newest first. */
export async function listReviews(courseId: string): Promise<Review[]> {
  const rows = await db.courseReview.findMany({
    where: { courseId },
    orderBy: { askedAt: "desc" },
    take: 20,
    include,
  });
  return rows.map((row) => ({ ...row, files: row.files as Review["files"] }));
}

/** A review of a course; null where there is none. */
export async function findReview(courseId: string, id: string): Promise<Review | null> {
  const row = await db.courseReview.findFirst({ where: { id, courseId }, include });
  return row && { ...row, files: row.files as Review["files"] };
}

/** All files of a course as they would be with what a review asks for. */
export async function filesWith(courseId: string, { files }: Review): Promise<CourseFiles> {
  const tree = new Map(Object.entries(await latestTree(courseId)));
  for (const [path, id] of Object.entries(files)) {
    if (id === null) tree.delete(path);
    else tree.set(path, id);
  }
  return filesIn(Object.fromEntries(tree));
}

interface Deciding {
  readonly course: { readonly id: string; readonly slug: string };
  readonly userId: string;
  readonly id: string;
}

export type Approved = Published | { readonly status: "not-yours" };

/** Publishes what a review asks for, once its lessons have passed their checks. Who asked cannot approve. */
export async function approveReview({ course, userId, id }: Deciding): Promise<Approved> {
  const review = await findReview(course.id, id);
  if (review?.state !== "waiting" || review.askedBy?.id === userId) return { status: "not-yours" };
  const before: Tree = await latestTree(course.id);
  const files = await filesWith(course.id, review);
  const published = await publishFiles({
    course,
    userId: review.askedBy?.id ?? userId,
    note: review.note,
    approvedById: userId,
    before,
    files,
  });
  if (published.status === "published") await decide({ course, userId, id }, "published");
  return published;
}

/** Declines what a review asks for, with a word why; false where it is not waiting for this author. */
export async function declineReview(deciding: Deciding, comment: string): Promise<boolean> {
  const review = await findReview(deciding.course.id, deciding.id);
  if (review?.askedBy?.id === deciding.userId) return false;
  return decide(deciding, "declined", comment);
}

/** Takes back what one asked for; false where it is somebody else's, or decided. */
export async function withdrawReview(deciding: Deciding): Promise<boolean> {
  const review = await findReview(deciding.course.id, deciding.id);
  return review?.askedBy?.id === deciding.userId && decide(deciding, "withdrawn");
}

async function decide(
  { course, userId, id }: Deciding,
  state: "published" | "declined" | "withdrawn",
  comment = "",
): Promise<boolean> {
  const { count } = await db.courseReview.updateMany({
    where: { id, courseId: course.id, state: "waiting" },
    data: { state, decidedById: userId, decidedAt: new Date(), comment },
  });
  return count > 0;
}
