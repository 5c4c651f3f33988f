import "server-only";
import type { WrittenFile } from "@/lib/authoring/files/files";
import { db } from "@/lib/db/client";

/** A request for a review, as the page of its course tells of it. */
export interface ReviewNotice {
  readonly id: string;
  readonly note: string;
  readonly comment: string;
  readonly askedBy: { readonly id: string; readonly name: string } | null;
  readonly decidedBy: { readonly name: string } | null;
  /** Ids of contents by path, null for a file that goes. */
  readonly files: Readonly<Record<string, string | null>>;
}

export interface ReviewNotices {
  readonly waiting: readonly ReviewNotice[];
  /** What this author asked for last, where it was declined. */
  readonly declined: ReviewNotice | null;
}

const select = {
  id: true,
  note: true,
  comment: true,
  files: true,
  state: true,
  askedBy: { select: { id: true, name: true } },
  decidedBy: { select: { name: true } },
} as const;

export async function findNotices(courseId: string, userId: string): Promise<ReviewNotices> {
  const [waiting, latest] = await Promise.all([
    db.courseReview.findMany({
      where: { courseId, state: "waiting" },
      orderBy: { askedAt: "asc" },
      select,
    }),
    db.courseReview.findFirst({
      where: { courseId, askedById: userId },
      orderBy: { askedAt: "desc" },
      select,
    }),
  ]);
  const told = <Row extends { files: unknown }>(row: Row) => ({
    ...row,
    files: row.files as ReviewNotice["files"],
  });
  return {
    waiting: waiting.map(told),
    declined: latest?.state === "declined" ? told(latest) : null,
  };
}

/** Whether a file as it is now is in a request that waits for an approval. */
export const isAskedFor = (
  { path, id, state }: WrittenFile,
  waiting: readonly ReviewNotice[],
): boolean => waiting.some(({ files }) => files[path] === (state === "removed" ? null : id));
