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

/** Whether somebody has changed any of a review's files since it was published. */
export const hasWritten = ({ writtenByIds }: Review, userId: string): boolean =>
  writtenByIds.includes(userId);

/** The names of the authors of a course who can approve a review: who neither asked for it nor wrote any of it. */
export async function listApprovers(courseId: string, review: Review): Promise<string[]> {
  const out = [...review.writtenByIds, ...(review.askedBy ? [review.askedBy.id] : [])];
  const rows = await db.courseAuthor.findMany({
    where: { courseId, userId: { notIn: out } },
    orderBy: { user: { name: "asc" } },
    select: { user: { select: { name: true } } },
  });
  return rows.map(({ user }) => user.name);
}
