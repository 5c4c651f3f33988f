import "server-only";
import { z } from "zod";
import type { ToldChange } from "@/lib/authoring/editor/shared-text";
import { asDocument, difference, readChange } from "@/lib/authoring/editor/text-change";
import { noteHand } from "@/lib/authoring/review/hands";
import { limits } from "@/lib/content/limits";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { keepChange, newsSince } from "./file-history";
import { noteWindow } from "./file-windows";

/** A text as it is being written. */
export interface OpenText {
  readonly id: string;
  readonly path: string;
  readonly text: string;
  /** Counts its changes. */
  readonly version: number;
}

/** A file of a course with this path, to be written; null where there is none, or it is no text. */
export async function findText(courseId: string, path: string): Promise<OpenText | null> {
  const row = await db.courseFile.findUnique({
    where: { courseId_path: { courseId, path }, removedAt: null },
    select: { id: true, path: true, text: true, version: true },
  });
  return row && row.text !== null ? { ...row, text: row.text } : null;
}

/** What an editor's window sends: its own change on top of `version`, none where it only asks for news; `version` is null where
 *  it asks for the whole text. The file goes by its id: its path may become another. */
export const writingForm = z.strictObject({
  file: z.uuid(),
  clientId: z.uuid(),
  version: z.int().min(0).max(2_147_483_647).nullable(),
  change: z.array(z.unknown()).nullable(),
});

export type Writing = z.output<typeof writingForm>;

export type Written =
  | {
      readonly status: "news";
      /** Where the file is by now. */
      readonly path: string;
      /** Who else has the file open, by name. */
      readonly others: readonly string[];
      /** What came after the window's version, its own among it once it was kept. */
      readonly changes: readonly ToldChange[];
      /** The whole text, where what came after that version is not known any more. */
      readonly reload?: { readonly text: string; readonly version: number };
    }
  | { readonly status: "gone" }
  | { readonly status: "unreadable" }
  /** The text would be longer than a text may be. */
  | { readonly status: "too-long" };

/** Keeps a window's change if it has seen all that came before, and tells what it has not seen. One that had not seen all of it
 *  puts its change on top of the news and sends it again: so nothing that anybody typed is lost. */
export async function write(courseId: string, userId: string, sent: Writing): Promise<Written> {
  const { file: id, clientId, version: seen, change } = sent;
  return db.$transaction(async (tx) => {
    let file = await lockText(tx, courseId, { id });
    if (!file || file.removed) return { status: "gone" };
    if (change && file.version === seen) {
      const text = changed(file.text, change);
      if (text === null) return { status: "unreadable" };
      const isLonger = text.length > file.text.length;
      if (isLonger && text.length > limits.characters) return { status: "too-long" };
      file = await keep(tx, file, { clientId, userId, text, change });
    }
    const others = await noteWindow(tx, { fileId: id, clientId, userId });
    const { path, text, version } = file;
    const changes = await newsSince(tx, file, { seen, clientId, userId });
    if (changes) return { status: "news", path, others, changes };
    return { status: "news", path, others, changes: [], reload: { text, version } };
  });
}

interface Replacing {
  readonly courseId: string;
  readonly path: string;
  readonly userId: string;
  readonly text: string;
}

/** Gives a text other words, from outside of an editor, in the one place where they differ: windows that have it open take
 *  that in as if somebody had typed it. One that was taken out is put back. */
export async function replaceText(
  tx: Prisma.TransactionClient,
  { courseId, path, userId, text }: Replacing,
): Promise<void> {
  const file = await lockText(tx, courseId, { path });
  const now = { removedAt: null, updatedById: userId, updatedAt: new Date() };
  if (!file) {
    const { id } = await tx.courseFile.upsert({
      where: { courseId_path: { courseId, path } },
      create: { courseId, path, text, updatedById: userId },
      update: { ...now, text, contentId: null, version: { increment: 1 } },
    });
    await noteHand(tx, userId, [id]);
    return;
  }
  if (file.removed) await tx.courseFile.update({ where: { id: file.id }, data: now });
  if (file.text === text) return;
  const change = difference(file.text, text).toJSON() as unknown[];
  await keep(tx, file, { clientId: "files", userId, text, change });
}

interface LockedText extends OpenText {
  /** Whether it was taken out of the course. */
  readonly removed: boolean;
}

async function lockText(
  tx: Prisma.TransactionClient,
  courseId: string,
  { id = null, path = null }: { readonly id?: string | null; readonly path?: string | null },
): Promise<LockedText | null> {
  const [row] = await tx.$queryRaw<LockedText[]>`
    select id, path, text, version, removed_at is not null as removed from course_file
    where course_id = ${courseId}::uuid and (id = ${id}::uuid or path = ${path}) and text is not null
    for update`;
  return row ?? null;
}

/** A text after a change; null where that is none, or doesn't fit it, or leaves no text. */
function changed(text: string, json: readonly unknown[]): string | null {
  const after = readChange(json, text.length)?.apply(asDocument(text)).toString();
  return after?.isWellFormed() ? after : null;
}

interface Kept {
  readonly clientId: string;
  readonly userId: string;
  readonly text: string;
  readonly change: readonly unknown[];
}

async function keep(
  tx: Prisma.TransactionClient,
  file: LockedText,
  { clientId, userId, text, change }: Kept,
): Promise<LockedText> {
  const version = file.version + 1;
  await keepChange(tx, { fileId: file.id, version, clientId, userId, change });
  const now = { text, version, updatedById: userId, updatedAt: new Date() };
  await tx.courseFile.update({ where: { id: file.id }, data: now });
  await noteHand(tx, userId, [file.id]);
  return { ...file, text, version };
}
