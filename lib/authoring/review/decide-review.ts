import "server-only";
import { z } from "zod";
import { latestTree } from "@/lib/authoring/files/files";
import { type Published, publishFiles } from "@/lib/authoring/publish/publish-files";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { comparisonMark, isOnlyWriter, overtakenFiles } from "./approval";
import { filesWith, findReview } from "./reviews";

/** Why something is declined. */
export const commentForm = z.object({
  comment: z
    .string()
    .trim()
    .min(1, "Say what should change first.")
    .max(2000, "Please use at most 2,000 characters."),
});

interface Deciding {
  readonly course: { readonly id: string; readonly slug: string };
  readonly userId: string;
  readonly id: string;
}

export type Approved =
  | Published
  /** It is decided, or this author asked for it. */
  | { readonly status: "not-yours" }
  /** This author alone wrote it. */
  | { readonly status: "wrote-it" }
  /** What is published of these files is another than when it was asked for, or than what was seen. */
  | { readonly status: "outdated" };

/** Publishes what a review asks for, once its lessons have passed their checks. Who asked, or alone wrote it, cannot
 *  approve; `seen` is the mark of the comparison that was looked at. */
export async function approveReview(deciding: Deciding, seen: string): Promise<Approved> {
  const { course, userId, id } = deciding;
  const review = await findReview(course.id, id);
  if (review?.state !== "waiting" || review.askedBy?.id === userId) return { status: "not-yours" };
  if (isOnlyWriter(review, userId)) return { status: "wrote-it" };
  const before = await latestTree(course.id);
  const isOutdated = overtakenFiles(before, review).length > 0;
  if (isOutdated || comparisonMark(before, review) !== seen) return { status: "outdated" };
  const published = await publishFiles({
    course,
    userId: review.askedBy?.id ?? userId,
    note: review.note,
    approvedById: userId,
    before,
    files: await filesWith(course.id, review),
    versions: review.versions,
    decide: (tx) => decide(deciding, { state: "published" }, tx),
  });
  if (published.status !== "overtaken") return published;
  const now = await findReview(course.id, id);
  return now?.state === "waiting" ? published : { status: "not-yours" };
}

/** Declines what a review asks for, with a word why; false where it is not waiting for this author. */
export async function declineReview(deciding: Deciding, comment: string): Promise<boolean> {
  const review = await findReview(deciding.course.id, deciding.id);
  if (review?.askedBy?.id === deciding.userId) return false;
  return decide(deciding, { state: "declined", comment });
}

/** Takes back what one asked for; false where it is somebody else's, or decided. */
export async function withdrawReview(deciding: Deciding): Promise<boolean> {
  const review = await findReview(deciding.course.id, deciding.id);
  return review?.askedBy?.id === deciding.userId && decide(deciding, { state: "withdrawn" });
}

interface Decision {
  readonly state: "published" | "declined" | "withdrawn";
  readonly comment?: string;
}

/** Decides a review that waits; false where it waits no more. Of two at once, the second waits for the first one's
 *  transaction. */
async function decide(
  { course, userId, id }: Deciding,
  decision: Decision,
  tx: Pick<Prisma.TransactionClient, "courseReview"> = db,
): Promise<boolean> {
  const { count } = await tx.courseReview.updateMany({
    where: { id, courseId: course.id, state: "waiting" },
    data: { ...decision, decidedById: userId, decidedAt: new Date() },
  });
  return count > 0;
}
