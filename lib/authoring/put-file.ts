import "server-only";
import { keepContents } from "@/lib/catalogue/file-content";
import { contentIdOf, isCourseText, textIn } from "@/lib/content";
import type { Prisma } from "@/lib/db/generated/client";
import { replaceText } from "./writing";

interface Put {
  readonly courseId: string;
  readonly userId: string;
  readonly path: string;
  /** What the file is to say; undefined where it goes. */
  readonly bytes: Uint8Array | undefined;
}

/** Gives a file of a course's working copy this content, or takes it out. */
export async function putFile(
  tx: Prisma.TransactionClient,
  { courseId, userId, path, bytes }: Put,
): Promise<void> {
  const now = { updatedById: userId, updatedAt: new Date() };
  if (!bytes) {
    await tx.courseFile.updateMany({
      where: { courseId, path, removedAt: null },
      data: { ...now, removedAt: now.updatedAt },
    });
    return;
  }
  if (isCourseText(path)) {
    await replaceText(tx, { courseId, path, userId, text: textIn(bytes) ?? "" });
    return;
  }
  await keepContents(tx, new Map([[path, bytes]]));
  const content = { contentId: contentIdOf(bytes), ...now };
  await tx.courseFile.upsert({
    where: { courseId_path: { courseId, path } },
    create: { courseId, path, ...content },
    update: { ...content, text: null, removedAt: null, version: { increment: 1 } },
  });
}
