import "server-only";
import { createHash } from "node:crypto";
import type { Tree } from "@/lib/authoring/files/files";
import { db } from "@/lib/db/client";
import type { Review } from "./reviews";

/** What an approval says that it saw: what a review's files are as they are published, and what they would be. */
export function comparisonMark(before: Tree, { files }: Pick<Review, "files">): string {
  const sides = Object.keys(files)
    .toSorted()
    .map((path) => [path, before[path] ?? null, files[path]]);
  return createHash("sha256").update(JSON.stringify(sides)).digest("hex").slice(0, 32);
}

/** The files of a review that were published anew since it was asked for: approving it would undo that. */
export const overtakenFiles = (before: Tree, { files, base }: Review): string[] =>
  Object.keys(files).filter((path) => (before[path] ?? null) !== (base[path] ?? null));

/** Whether nobody else has changed a review's files since they were published: who approves has read another's words. */
export const isOnlyWriter = ({ writtenByIds }: Review, userId: string): boolean =>
  writtenByIds.length === 1 && writtenByIds[0] === userId;

/** The names of the authors of a course who can approve a review: who neither asked for it nor alone wrote it. */
export async function listApprovers(courseId: string, review: Review): Promise<string[]> {
  const rows = await db.courseAuthor.findMany({
    where: { courseId },
    orderBy: { user: { name: "asc" } },
    select: { userId: true, user: { select: { name: true } } },
  });
  return rows.flatMap(({ userId, user }) =>
    userId === review.askedBy?.id || isOnlyWriter(review, userId) ? [] : [user.name],
  );
}
