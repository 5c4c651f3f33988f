import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll } from "vitest";
import { loadContent } from "@/lib/catalogue/load-content";
import { db } from "@/lib/db/client";

/** Texts of lessons by the names of their folders, by the slugs of their courses; a course may have a text of its
 *  `course.yaml` among them. */
export type Courses = Readonly<Record<string, Readonly<Record<string, string>>>>;

const folders: string[] = [];

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/** A folder like content/ with these courses, gone after the tests of the file. */
export async function contentFolder(courses: Courses): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "content-"));
  folders.push(folder);
  for (const [slug, texts] of Object.entries(courses)) {
    const { "course.yaml": head = `title: ${slug}\nsummary: About it.\n`, ...lessons } = texts;
    await mkdir(path.join(folder, slug));
    await writeFile(path.join(folder, slug, "course.yaml"), head);
    for (const [name, text] of Object.entries(lessons)) {
      await mkdir(path.join(folder, slug, name));
      await writeFile(path.join(folder, slug, name, "lesson.mdx"), text);
    }
  }
  return folder;
}

/** Loads these courses as npm start loads content/. */
export const load = async (courses: Courses) =>
  loadContent({ folder: await contentFolder(courses) });

/** A lesson with a title and this below it, and perhaps more in its front matter. */
export const lesson = (body: string, title = "A lesson", front = "") =>
  `---\ntitle: ${title}\nsummary: About something.\n${front}---\n\n${body}\n`;

/** Two parts on a drawn number, and one fixed variant: a is 7 then. */
export const twice = `<Exercise id="twice" title="Twice and thrice">
  <Given name="a" value={integer(10, 99999)} />
  <Numeric name="two" label="$2a$" answer={2 * a} tolerance={0.001} />
  <Numeric name="three" label="$3a$" answer={3 * a} tolerance={0.001} points={2} />
  <Variant givens={{ a: 7 }} key={{ two: 14, three: 21 }} />
</Exercise>`;

/** One part, answered by the number of the variant's own draw. */
export const copy = `<Exercise id="copy" title="The same">
  <Given name="a" value={integer(10, 99999)} />
  <Numeric name="same" label="$a$" answer={a} tolerance={0.001} />
</Exercise>`;

/** An exercise of what was loaded last, by its id in the text. */
export const exerciseNamed = (slug: string) =>
  db.exercise.findFirstOrThrow({ where: { slug, shown: true, lesson: { shown: true } } });
