import "server-only";
import { z } from "zod";
import { latestTree, type Tree } from "@/lib/authoring/files/files";
import { putFile, takeOut } from "@/lib/authoring/files/put-file";
import { noteHand } from "@/lib/authoring/review/hands";
import { keepUnchanged } from "@/lib/authoring/text/file-history";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { freeNumber } from "./lessons";

interface LessonOf {
  readonly courseId: string;
  readonly userId: string;
  /** Of the lesson: 04-chain-rule. */
  readonly folder: string;
}

type Tx = Prisma.TransactionClient;

/** Exchanges a lesson with the one before or after it: each gets the other's number. False where there is none. */
export function moveLesson(lesson: LessonOf, by: -1 | 1): Promise<boolean> {
  return arranging(lesson.courseId, async (tx, tree) => {
    const folders = await foldersIn(tx, lesson.courseId);
    const other = folders[folders.indexOf(lesson.folder) + by];
    if (!folders.includes(lesson.folder) || !other) return false;
    const [number, slug] = partsOf(lesson.folder);
    const [otherNumber, otherSlug] = partsOf(other);
    // By way of a name that no lesson has: two may differ by their number alone.
    const between = `0-${crypto.randomUUID()}`;
    await moveFolder(tx, tree, lesson, between);
    await moveFolder(tx, tree, { ...lesson, folder: other }, `${number}-${otherSlug}`);
    await moveFolder(tx, tree, { ...lesson, folder: between }, `${otherNumber}-${slug}`);
    return true;
  });
}

/** What a lesson is called in its course's addresses. */
export const slugForm = z.object({
  slug: z
    .string()
    .trim()
    .regex(/^[a-z0-9][a-z0-9-]*$/, "Use small letters, digits and hyphens, such as chain-rule.")
    .max(60, "Please use at most 60 characters."),
});

export type Renamed = "renamed" | "taken" | "published" | "gone";

/** Gives a lesson another name in addresses. Not once it is published: links and scores belong to the name. */
export function renameLesson(lesson: LessonOf, slug: string): Promise<Renamed> {
  return arranging(lesson.courseId, async (tx, tree) => {
    const folders = await foldersIn(tx, lesson.courseId);
    if (!folders.includes(lesson.folder)) return "gone";
    const [number, before] = partsOf(lesson.folder);
    if (before === slug) return "renamed";
    if (folders.some((folder) => partsOf(folder)[1] === slug)) return "taken";
    const known = Object.keys(tree).map((path) => partsOf(path.split("/")[0] ?? "")[1]);
    if (known.includes(before)) return "published";
    await moveFolder(tx, tree, lesson, `${number}-${slug}`);
    return "renamed";
  });
}

/** Takes a lesson out, with the files beside it. Readers have it until the course is published again. */
export function removeLesson({ courseId, userId, folder }: LessonOf): Promise<void> {
  return arranging(courseId, (tx) =>
    takeOut(tx, userId, { courseId, path: { startsWith: `${folder}/` } }),
  );
}

/** Puts a lesson back that was taken out, with the files that were taken out beside it; behind the others where one of them
 *  has its number by now, and not at all where one has its name. */
export function putLessonBack(lesson: LessonOf): Promise<void> {
  const { courseId, userId, folder } = lesson;
  return arranging(courseId, async (tx, tree) => {
    const there = await foldersIn(tx, courseId);
    const [number, slug] = partsOf(folder);
    if (there.some((one) => partsOf(one)[1] === slug)) return;
    const where = { courseId, path: { startsWith: `${folder}/` }, removedAt: { not: null } };
    const rows = await tx.courseFile.findMany({ where });
    for (const { path, text, contentId } of rows) {
      const content = contentId
        ? await tx.fileContent.findUniqueOrThrow({ where: { id: contentId } })
        : undefined;
      const bytes = text === null ? content?.bytes : Buffer.from(text);
      if (bytes) await putFile(tx, { courseId, userId, path, bytes });
    }
    if (there.some((one) => Number(partsOf(one)[0]) === Number(number)))
      await moveFolder(tx, tree, lesson, `${freeNumber(there)}-${slug}`);
  });
}

/** Does something to the files of a course while nobody else arranges them. */
async function arranging<T>(
  courseId: string,
  arrange: (tx: Tx, tree: Tree) => Promise<T>,
): Promise<T> {
  const tree = await latestTree(courseId);
  return db.$transaction(
    async (tx) => {
      await tx.$queryRaw`select 1 from course_file where course_id = ${courseId}::uuid for update`;
      return arrange(tx, tree);
    },
    { timeout: 30_000 },
  );
}

/** The folders of a course's lessons, in order. */
async function foldersIn(tx: Tx, courseId: string): Promise<string[]> {
  const rows = await tx.courseFile.findMany({
    where: { courseId, path: { endsWith: "/lesson.mdx" }, removedAt: null },
    select: { path: true },
  });
  const folders = rows.map(({ path }) => path.split("/")[0] ?? "");
  return folders.toSorted(
    (a, b) => (Number.parseInt(a, 10) || 0) - (Number.parseInt(b, 10) || 0) || a.localeCompare(b),
  );
}

/** A folder's number as it is written, and its slug. */
function partsOf(folder: string): [string, string] {
  const [, number = "0", slug = folder] = /^(\d+)-(.*)$/.exec(folder) ?? [];
  return [number, slug];
}

/** Moves the files of a folder into another, with all that was written in them. Where they were published under the old
 *  path, that one is told as removed. */
async function moveFolder(
  tx: Tx,
  tree: Tree,
  { courseId, userId, folder }: LessonOf,
  to: string,
): Promise<void> {
  const where = { courseId, path: { startsWith: `${folder}/` }, removedAt: null };
  const rows = await tx.courseFile.findMany({ where, select: { id: true, path: true } });
  const now = { updatedAt: new Date(), updatedById: userId };
  for (const { id, path } of rows) {
    const target = `${to}${path.slice(folder.length)}`;
    await tx.courseFile.deleteMany({
      where: { courseId, path: target, removedAt: { not: null } },
    });
    const moved = { path: target, version: { increment: 1 }, ...now };
    const file = await tx.courseFile.update({ where: { id }, data: moved });
    await keepUnchanged(tx, file, userId);
    await noteHand(tx, userId, [id]);
    const contentId = tree[path];
    if (!contentId) continue;
    const gone = { contentId, text: null, removedAt: now.updatedAt, ...now };
    const left = await tx.courseFile.create({ data: { courseId, path, ...gone } });
    await noteHand(tx, userId, [left.id]);
  }
}
