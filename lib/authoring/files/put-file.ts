import "server-only";
import { noteHand } from "@/lib/authoring/review/hands";
import { keepUnchanged } from "@/lib/authoring/text/file-history";
import { replaceText } from "@/lib/authoring/text/writing";
import { keepContents } from "@/lib/catalogue/file-content";
import { contentIdOf, isCourseText, textIn } from "@/lib/content";
import type { Prisma } from "@/lib/db/generated/client";

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
  if (!bytes) {
    await takeOut(tx, userId, { courseId, path });
    return;
  }
  if (isCourseText(path)) {
    await replaceText(tx, { courseId, path, userId, text: textIn(bytes) ?? "" });
    return;
  }
  await keepContents(tx, new Map([[path, bytes]]));
  const now = { updatedById: userId, updatedAt: new Date() };
  const content = { contentId: contentIdOf(bytes), ...now };
  const { id } = await tx.courseFile.upsert({
    where: { courseId_path: { courseId, path } },
    create: { courseId, path, ...content },
    update: { ...content, text: null, removedAt: null, version: { increment: 1 } },
  });
  await noteHand(tx, userId, [id]);
}

/** Takes files out that are in the course. */
export async function takeOut(
  tx: Prisma.TransactionClient,
  userId: string,
  where: Prisma.CourseFileWhereInput,
): Promise<void> {
  const now = new Date();
  const rows = await tx.courseFile.updateManyAndReturn({
    where: { ...where, removedAt: null },
    data: { updatedById: userId, updatedAt: now, removedAt: now, version: { increment: 1 } },
    select: { id: true, version: true, text: true },
  });
  for (const row of rows) await keepUnchanged(tx, row, userId);
  await noteHand(
    tx,
    userId,
    rows.map(({ id }) => id),
  );
}
