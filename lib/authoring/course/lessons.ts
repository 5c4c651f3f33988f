import "server-only";
import { slug } from "github-slugger";
import { stringify } from "yaml";
import { z } from "zod";
import { plainName } from "@/lib/auth/plain-name";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";

/** What a new lesson is made of. */
export const lessonForm = z.object({
  title: z
    .string()
    .transform(plainName)
    .pipe(
      z
        .string()
        .min(1, "Give the lesson a title, such as “The chain rule”.")
        .max(100, "Please use a title of at most 100 characters."),
    ),
});

/** As many lessons as a course has: many times those of a long one. */
export const mostLessons = 200;

/** Said to who would add one more. */
export const lessonsAreFull = `A course has at most ${mostLessons} lessons. Remove one first, or begin another course.`;

/** Adds a lesson behind the others, with nothing in it but its title. Gives the path of its text; null where the course has
 *  as many as it may. */
export function addLesson(
  courseId: string,
  userId: string,
  { title }: z.output<typeof lessonForm>,
  tx?: Prisma.TransactionClient,
): Promise<string | null> {
  const add = (records: Prisma.TransactionClient) => addAlone(records, courseId, userId, title);
  return tx ? add(tx) : db.$transaction(add);
}

/** One at a time: two that were added at once would get one number. */
async function addAlone(
  tx: Prisma.TransactionClient,
  courseId: string,
  userId: string,
  title: string,
): Promise<string | null> {
  await tx.$queryRaw`select 1 from course where id = ${courseId}::uuid for no key update`;
  const rows = await tx.courseFile.findMany({
    where: { courseId },
    select: { path: true, removedAt: true },
  });
  const lessons = rows.filter(({ path, removedAt }) => !removedAt && path.endsWith("/lesson.mdx"));
  if (lessons.length >= mostLessons) return null;
  const folders = rows.flatMap(({ path }) => (path.includes("/") ? [path.split("/")[0]!] : []));
  const path = `${freeNumber(folders)}-${slugFor(title, folders)}/lesson.mdx`;
  const front = stringify({ title, summary: "What this lesson is about." });
  const text = `---\n${front}---\n\n## First heading\n\nWrite here.\n`;
  const hands = { create: { userId, version: 0 } };
  await tx.courseFile.create({ data: { courseId, path, text, updatedById: userId, hands } });
  return path;
}

/** The number of a folder behind all of these. */
export function freeNumber(folders: readonly string[]): string {
  const last = Math.max(0, ...folders.map((name) => Number.parseInt(name, 10) || 0));
  return String(last + 1).padStart(2, "0");
}

/** A lesson's name in its course's addresses, which no other lesson of the course has. */
function slugFor(title: string, folders: readonly string[]): string {
  const taken = new Set(folders.map((name) => name.replace(/^\d+-/, "")));
  const ascii = title
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9 -]/g, "")
    .trim()
    .replace(/^-+/, "");
  const name = slug(ascii || "lesson").replace(/-+/g, "-");
  let free = name;
  for (let i = 2; taken.has(free); i++) free = `${name}-${i}`;
  return free;
}
