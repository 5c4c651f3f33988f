import "server-only";
import { ChangeSet, Text } from "@codemirror/state";
import { z } from "zod";
import { limits } from "@/lib/content/limits";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { noteHand } from "./hands";

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

/** What an editor's window sends: its own changes on top of `version`, none where it only asks for news. */
export const writingForm = z.strictObject({
  path: z.string().max(200),
  clientId: z.string().min(1).max(40),
  version: z.int().min(0),
  changes: z.array(z.array(z.unknown())).max(200),
});

export type Writing = z.output<typeof writingForm>;

/** A change as another window takes it in. */
export interface SentChange {
  readonly clientId: string;
  /** A ChangeSet of @codemirror/state as JSON. */
  readonly changes: unknown;
}

export type Written =
  | {
      readonly status: "news";
      /** What came after the window's version, its own among it once it was kept. */
      readonly changes: readonly SentChange[];
      /** Who else has the file open, by name. */
      readonly others: readonly string[];
    }
  | { readonly status: "gone" }
  | { readonly status: "unreadable" }
  /** The text would be longer than a text may be. */
  | { readonly status: "too-long" };

/** Keeps a window's changes if it has seen all that came before, and tells what it has not seen. One that had not seen all of
 *  it puts its changes on top of the news and sends them again: so nothing that anybody typed is lost. */
export async function write(courseId: string, userId: string, sent: Writing): Promise<Written> {
  const { path, clientId, version, changes } = sent;
  return db.$transaction(async (tx) => {
    const file = await lockText(tx, courseId, path);
    if (!file) return { status: "gone" };
    if (changes.length > 0 && file.version === version) {
      const text = changed(file.text, changes);
      if (text === null) return { status: "unreadable" };
      if (text.length > limits.characters) return { status: "too-long" };
      await keepChanges(tx, file, { clientId, userId, text, changes });
    }
    const news = await tx.fileChange.findMany({
      where: { fileId: file.id, version: { gt: version } },
      orderBy: { version: "asc" },
      select: { clientId: true, changes: true },
    });
    return { status: "news", changes: news, others: await seen(tx, file.id, clientId, userId) };
  });
}

/** Gives a text other words, from outside of an editor, in the one place where they differ: windows that have it open take
 *  that in as if somebody had typed it. */
export async function replaceText(
  tx: Prisma.TransactionClient,
  {
    courseId,
    path,
    userId,
    text,
  }: { courseId: string; path: string; userId: string; text: string },
): Promise<void> {
  const file = await lockText(tx, courseId, path);
  if (!file) {
    const now = { text, contentId: null, removedAt: null, updatedAt: new Date() };
    const { id } = await tx.courseFile.upsert({
      where: { courseId_path: { courseId, path } },
      create: { courseId, path, text, updatedById: userId },
      update: { ...now, updatedById: userId, version: { increment: 1 } },
    });
    await noteHand(tx, userId, [id]);
    return;
  }
  if (file.text === text) return;
  const changes = [difference(file.text, text).toJSON() as unknown[]];
  await keepChanges(tx, file, { clientId: "files", userId, text, changes });
}

async function lockText(
  tx: Prisma.TransactionClient,
  courseId: string,
  path: string,
): Promise<OpenText | null> {
  const [row] = await tx.$queryRaw<OpenText[]>`
    select id, path, text, version from course_file
    where course_id = ${courseId}::uuid and path = ${path} and text is not null and removed_at is null
    for update`;
  return row ?? null;
}

/** A line's end is one character: a carriage return before it stays where it is. */
const asDocument = (text: string): Text => Text.of(text.split("\n"));

/** A text after changes; null where they are none, or don't fit it. */
function changed(text: string, changes: readonly unknown[][]): string | null {
  try {
    return changes
      .map((one) => ChangeSet.fromJSON(one))
      .reduce((document, change) => change.apply(document), asDocument(text))
      .toString();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** What makes one text of another, as a single change. */
function difference(from: string, to: string): ChangeSet {
  const shorter = Math.min(from.length, to.length);
  let start = 0;
  while (start < shorter && from[start] === to[start]) start++;
  let end = 0;
  while (end < shorter - start && from.at(-1 - end) === to.at(-1 - end)) end++;
  const insert = asDocument(to.slice(start, to.length - end));
  return ChangeSet.of({ from: start, to: from.length - end, insert }, from.length);
}

interface Kept {
  readonly clientId: string;
  readonly userId: string;
  readonly text: string;
  readonly changes: readonly unknown[][];
}

async function keepChanges(
  tx: Prisma.TransactionClient,
  { id: fileId, version }: OpenText,
  { clientId, userId, text, changes }: Kept,
): Promise<void> {
  const data = changes.map((one, i) => ({
    fileId,
    version: version + 1 + i,
    clientId,
    changes: one as Prisma.JsonArray,
    byId: userId,
  }));
  await tx.fileChange.createMany({ data });
  const now = { text, version: version + changes.length, updatedById: userId };
  await tx.courseFile.update({ where: { id: fileId }, data: { ...now, updatedAt: new Date() } });
  await noteHand(tx, userId, [fileId]);
}

/** A window that was not heard of for so long is closed, in ms. */
const closedAfter = 20_000;

/** Notes that a window is open, and tells who else has the file open. */
async function seen(
  tx: Prisma.TransactionClient,
  fileId: string,
  clientId: string,
  userId: string,
): Promise<string[]> {
  const seenAt = new Date();
  await tx.fileWindow.upsert({
    where: { fileId_clientId: { fileId, clientId } },
    create: { fileId, clientId, userId, seenAt },
    update: { seenAt },
  });
  const closed = new Date(seenAt.getTime() - closedAfter);
  await tx.fileWindow.deleteMany({ where: { fileId, seenAt: { lt: closed } } });
  const open = await tx.fileWindow.findMany({
    where: { fileId, userId: { not: userId } },
    select: { user: { select: { name: true } } },
  });
  return [...new Set(open.map(({ user }) => user.name))];
}
