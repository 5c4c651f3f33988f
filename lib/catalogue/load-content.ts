import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { type CourseFile, type CourseFiles, contentIdOf, readCourse } from "@/lib/content";
import { db } from "@/lib/db/client";
import type { Issue } from "@/lib/exercise";
import { forgetCourses } from "./course-notes";
import { keepContents } from "./file-content";
import { ContentRefused, checkCourse, keepCourse } from "./keep-course";
import { LessonMemory } from "./lesson-memory";
import { loadedChannel } from "./loaded-channel";

interface LoadOptions {
  readonly folder?: string;
  /** What names the product as it was built. With it, courses that this very product has loaded from these very files
   *  are not checked again. */
  readonly product?: string;
  /** What this process has loaded before. */
  readonly memory?: LessonMemory;
}

/** Brings the database up to the courses in a folder: new text makes new versions, text as it was makes nothing,
 *  what is gone is no longer shown. Throws ContentRefused, having changed nothing. */
export async function loadContent({
  folder = path.resolve(process.env.CONTENT_DIR || "content"),
  product,
  memory = new LessonMemory(),
}: LoadOptions = {}): Promise<void> {
  const issues: Issue[] = [];
  const files = await readCourses(folder, issues);
  const sources = await changed(files, product);
  const courses = sources.map(({ file, contents, loadedFrom }) => ({
    loadedFrom,
    contents,
    checked: checkCourse(file, issues, memory.parse),
  }));
  issues.push(...(await writtenHere(files.map(({ file }) => file))));
  if (issues.length > 0) throw new ContentRefused(issues);
  await db.$transaction(
    async (tx) => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('load content'))`;
      const gone = { home: "folder" as const, slug: { notIn: files.map(({ file }) => file.slug) } };
      await tx.lesson.updateMany({ where: { course: gone }, data: { shown: false } });
      await tx.course.updateMany({ where: gone, data: { loadedFrom: null } });
      for (const { checked, contents, loadedFrom } of courses) {
        const { lessons, file } = checked;
        const shown = new Set(lessons.flatMap(({ lesson }) => Object.values(lesson.files)));
        const wanted = [...contents.values()].filter((bytes) => shown.has(contentIdOf(bytes)));
        await keepContents(tx, wanted);
        const changed = lessons.filter(({ lesson }) => !memory.isKept(file.slug, lesson));
        const hasExercise = memory.hasExercises(file.slug);
        const course = { ...checked, changed, hasExercise };
        await keepCourse(tx, course, { home: "folder", loadedFrom });
      }
      await tx.$executeRaw`select pg_notify(${loadedChannel}, '')`;
    },
    { timeout: 60_000 },
  );
  for (const { checked } of courses) {
    const lessons = checked.lessons.map(({ lesson }) => lesson);
    memory.keep(checked.file.slug, lessons);
  }
  forgetCourses();
}

interface Found {
  readonly file: CourseFile;
  readonly contents: CourseFiles;
}

async function readCourses(folder: string, issues: Issue[]): Promise<Found[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory());
  const read = await Promise.all(folders.map(({ name }) => readCourse(path.join(folder, name))));
  issues.push(...read.flatMap((one) => ("issues" in one ? one.issues : [])));
  return read.flatMap((one) =>
    "course" in one ? [{ file: one.course, contents: one.files }] : [],
  );
}

interface Source extends Found {
  readonly loadedFrom: string;
}

/** The courses that were not loaded from these files by this product. */
async function changed(files: readonly Found[], product?: string): Promise<Source[]> {
  const rows = await db.course.findMany({ select: { slug: true, loadedFrom: true } });
  const before = new Map(rows.map(({ slug, loadedFrom }) => [slug, loadedFrom]));
  return files.flatMap(({ file, contents }) => {
    const loadedFrom = createHash("sha256")
      .update(JSON.stringify([product ?? randomUUID(), file]))
      .digest("hex");
    return before.get(file.slug) === loadedFrom ? [] : [{ file, contents, loadedFrom }];
  });
}

/** Folders that have the name of a course which is written in the product. */
async function writtenHere(files: readonly CourseFile[]): Promise<Issue[]> {
  const slugs = files.map(({ slug }) => slug);
  const rows = await db.course.findMany({ where: { home: "product", slug: { in: slugs } } });
  return rows.map(({ slug, title }) => ({
    file: path.join("content", slug, "course.yaml"),
    line: 1,
    column: 1,
    message: `“${title}”, which is written in the browser, has the address ${slug} already`,
    mend: "Give the folder another name.",
  }));
}
