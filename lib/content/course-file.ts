import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { Issue } from "@/lib/exercise";
import { type Audience, courseKeys, courseYaml, glossaryYaml } from "./course-yaml";
import { readYaml, type YamlProblem } from "./yaml";

/** Something a course teaches, and what it builds on: ids of other skills. */
export interface Skill {
  readonly id: string;
  readonly title: string;
  readonly buildsOn: readonly string[];
}

/** A word of the course. Lessons lead to it by `[word](glossary#id)`, and unfold it by `<Prerequisite of="id" />`. */
export interface Term {
  readonly id: string;
  readonly term: string;
  /** Markdown with TeX. */
  readonly means: string;
  /** The same by example: Markdown with TeX. */
  readonly example?: string;
  /** The slug of the lesson that explains it. */
  readonly lesson?: string;
}

/** A course as it stands in a folder: `course.yaml`, `glossary.yaml` if there is one, and `NN-name/lesson.mdx` for each
 *  lesson. */
export interface CourseFile {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  /** For whom it is; "" where nothing is said of it. */
  readonly audience: string;
  /** What one can do after it. */
  readonly outcomes: readonly string[];
  /** How long it takes in all, where its lessons' minutes don't say it. */
  readonly hours?: number | undefined;
  /** Its place among the courses, the lowest first. */
  readonly order?: number | undefined;
  /** Seen by staff who may teach alone. */
  readonly draft: boolean;
  readonly seenBy: Audience;
  readonly skills: readonly Skill[];
  readonly glossary: readonly Term[];
  readonly lessons: readonly LessonFile[];
}

export interface LessonFile {
  readonly number: number;
  readonly slug: string;
  /** The path of its text, to say where an issue is. */
  readonly file: string;
  readonly source: string;
}

/** Reads a course's folder, lessons in order. Lessons are read but not checked. */
export async function readCourse(
  folder: string,
): Promise<{ course: CourseFile } | { issues: Issue[] }> {
  const file = path.join(folder, "course.yaml");
  const entries = await readdir(folder, { withFileTypes: true });
  const yaml = readYaml(await readFile(file, "utf8").catch(() => ""));
  if ("problem" in yaml) return { issues: [yamlIssue(file, yaml)] };
  const parsed = courseYaml.safeParse(yaml.value);
  if (!parsed.success) {
    const message = `the course needs a title and a summary (${z.prettifyError(parsed.error)})`;
    const mend = `Write title: … and summary: …. The keys are ${courseKeys}.`;
    return { issues: [{ file, line: 1, column: 1, message, mend }] };
  }
  const glossaryFile = path.join(folder, "glossary.yaml");
  const glossary = readYaml(await readFile(glossaryFile, "utf8").catch(() => "[]"));
  if ("problem" in glossary) return { issues: [yamlIssue(glossaryFile, glossary)] };
  const terms = glossaryYaml.safeParse(glossary.value);
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const lessons = await Promise.all(folders.map((name) => readLessonFile(folder, name)));
  const found = lessons.flatMap((lesson) => ("slug" in lesson ? [lesson] : []));
  const issues = lessons.flatMap((lesson) => ("message" in lesson ? [lesson] : []));
  issues.push(...clashes(found));
  issues.push(...skillIssues(parsed.data.skills, file));
  if (!terms.success) {
    const message = `the glossary cannot be read (${z.prettifyError(terms.error)})`;
    const mend = "Write a list of entries, each with id, term and means.";
    issues.push({ file: glossaryFile, line: 1, column: 1, message, mend });
  }
  if (issues.length > 0 || !terms.success) return { issues };
  const lessonsInOrder = found.toSorted((a, b) => a.number - b.number);
  const slug = path.basename(folder);
  return { course: { slug, ...parsed.data, glossary: terms.data, lessons: lessonsInOrder } };
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

/** A skill builds on skills that stand before it, so that no two can build on each other. */
function skillIssues(skills: readonly Skill[], file: string): Issue[] {
  return skills.flatMap(({ id, buildsOn }, i) => {
    const before = skills.slice(0, i).map((skill) => skill.id);
    const strange = buildsOn.filter((other) => !before.includes(other));
    const at = { file, line: 1, column: 1 };
    if (before.includes(id)) {
      return [{ ...at, message: `two skills have the id ${id}`, mend: "Give each its own." }];
    }
    return strange.map((other) => ({
      ...at,
      message: `the skill ${id} builds on ${other}, which isn’t listed before it`,
      mend: "List skills in the order in which they build on each other.",
    }));
  });
}

function yamlIssue(file: string, { problem, line, column }: YamlProblem): Issue {
  const mend = "Write plain YAML: keys, texts and lists, each value written out.";
  return { file, line, column, message: `this file cannot be read: ${problem}`, mend };
}
