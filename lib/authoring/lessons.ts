import "server-only";
import GithubSlugger from "github-slugger";
import { stringify } from "yaml";
import { z } from "zod";
import { plainName } from "@/lib/auth/plain-name";
import { db } from "@/lib/db/client";

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

/** Adds a lesson behind the others, with nothing in it but its title. Gives the path of its text. */
export async function addLesson(
  courseId: string,
  userId: string,
  { title }: z.output<typeof lessonForm>,
): Promise<string> {
  const rows = await db.courseFile.findMany({ where: { courseId }, select: { path: true } });
  const folders = rows.flatMap(({ path }) => (path.includes("/") ? [path.split("/")[0]!] : []));
  const number = Math.max(0, ...folders.map((name) => Number.parseInt(name, 10) || 0)) + 1;
  const path = `${String(number).padStart(2, "0")}-${slugFor(title, folders)}/lesson.mdx`;
  const front = stringify({ title, summary: "What this lesson is about." });
  const text = `---\n${front}---\n\n## First heading\n\nWrite here.\n`;
  const hands = { create: { userId, version: 0 } };
  await db.courseFile.create({ data: { courseId, path, text, updatedById: userId, hands } });
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
