import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { parse as parseYaml } from "yaml";
import { z } from "zod";
import type { Issue } from "@/lib/exercise";

/** A course as it stands in a folder: `course.yaml`, and `NN-name/lesson.mdx` for each lesson. */
export interface CourseFile {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly lessons: readonly LessonFile[];
}

export interface LessonFile {
  readonly number: number;
  readonly slug: string;
  /** The path of its text, to say where an issue is. */
  readonly file: string;
  readonly source: string;
}

const courseYaml = z.strictObject({
  title: z.string().trim().min(1),
  summary: z.string().trim().min(1),
});

/** Reads a course's folder, lessons in order. Lessons are read but not checked. */
export async function readCourse(
  folder: string,
): Promise<{ course: CourseFile } | { issues: Issue[] }> {
  const file = path.join(folder, "course.yaml");
  const entries = await readdir(folder, { withFileTypes: true });
  const parsed = courseYaml.safeParse(yamlOrNull(await readFile(file, "utf8").catch(() => "")));
  if (!parsed.success) {
    const message = `the course needs a title and a summary, and nothing else (${z.prettifyError(parsed.error)})`;
    return {
      issues: [{ file, line: 1, column: 1, message, mend: "Write title: … and summary: …." }],
    };
  }
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const lessons = await Promise.all(folders.map((name) => readLessonFile(folder, name)));
  const found = lessons.flatMap((lesson) => ("slug" in lesson ? [lesson] : []));
  const issues = lessons.flatMap((lesson) => ("message" in lesson ? [lesson] : []));
  issues.push(...clashes(found));
  if (issues.length > 0) return { issues };
  const inOrder = found.toSorted((a, b) => a.number - b.number);
  return { course: { slug: path.basename(folder), ...parsed.data, lessons: inOrder } };
}

async function readLessonFile(folder: string, name: string): Promise<LessonFile | Issue> {
  const file = path.join(folder, name, "lesson.mdx");
  const match = /^(\d+)-([a-z0-9][a-z0-9-]*)$/.exec(name);
  const at = { file, line: 1, column: 1 };
  if (!match) {
    return {
      ...at,
      message: `"${name}" is no lesson's folder`,
      mend: "Name it like 04-chain-rule.",
    };
  }
  const source = await readFile(file, "utf8").catch(() => null);
  if (source === null) {
    return {
      ...at,
      message: "the lesson's text is missing",
      mend: "Put a lesson.mdx in its folder.",
    };
  }
  return { number: Number(match[1]), slug: match[2] ?? "", file, source };
}

function clashes(lessons: readonly LessonFile[]): Issue[] {
  return lessons.flatMap(({ slug, number, file }, i) => {
    const twin = lessons.slice(0, i).find((one) => one.slug === slug || one.number === number);
    if (!twin) return [];
    const message = `it has the name or the number of ${twin.file}`;
    return [{ file, line: 1, column: 1, message, mend: "Give each lesson its own." }];
  });
}

function yamlOrNull(text: string): unknown {
  try {
    return parseYaml(text);
  } catch {
    return null;
  }
}
