import "server-only";
import GithubSlugger from "github-slugger";
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
export async function addLesson(
  courseId: string,
  userId: string,
  { title }: z.output<typeof lessonForm>,
  tx: Prisma.TransactionClient = db,
): Promise<string | null> {
  const rows = await tx.courseFile.findMany({
    where: { courseId },
    select: { path: true, removedAt: true },
  });
  const lessons = rows.filter(({ path, removedAt }) => !removedAt && path.endsWith("/lesson.mdx"));
  if (lessons.length >= mostLessons) return null;
  const folders = rows.flatMap(({ path }) => (path.includes("/") ? [path.split("/")[0]!] : []));
  const number = Math.max(0, ...folders.map((name) => Number.parseInt(name, 10) || 0)) + 1;
  const path = `${String(number).padStart(2, "0")}-${slugFor(title, folders)}/lesson.mdx`;
  const front = stringify({ title, summary: "What this lesson is about." });
  const text = `---\n${front}---\n\n## First heading\n\nWrite here.\n`;
  await tx.courseFile.create({ data: { courseId, path, text, updatedById: userId } });
  return path;
}

/** A lesson's name in its course's addresses, which no other lesson of the course has. */
function slugFor(title: string, folders: readonly string[]): string {
  const slugger = new GithubSlugger();
  for (const name of folders) slugger.slug(name.replace(/^\d+-/, ""));
  const ascii = title
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9 -]/g, "")
    .trim();
  return slugger.slug(ascii.replace(/^-+/, "") || "lesson").replace(/-+/g, "-");
}
