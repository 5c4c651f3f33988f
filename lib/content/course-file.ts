import path from "node:path";
import type { z } from "zod";
import type { Issue } from "@/lib/exercise";
import { suggest } from "@/lib/exercise/language";
import { type Audience, courseKeys, courseYaml, glossaryKeys, glossaryYaml } from "./course-yaml";
import { fileLimits, inMegabytes } from "./file-limits";
import { type FilesBeside, filesBeside } from "./files-beside";
import { type PlaceOf, readYaml } from "./yaml";
import { type KnownKeys, mostFaults, yamlFaults } from "./yaml-faults";

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
  /** The files beside it. */
  readonly files: FilesBeside;
}

/** The files of a course, by their paths in its folder, with slashes: `04-chain-rule/lesson.mdx`. */
export type CourseFiles = ReadonlyMap<string, Uint8Array>;

/** The course that these files make, lessons in order; or everything that is wrong with them. Lessons are read but not
 *  checked. `folder` says where the files are, in issues. */
export function courseFrom(
  slug: string,
  files: CourseFiles,
  folder: string,
): { course: CourseFile } | { issues: Issue[] } {
  const reader = new CourseReader(files, folder);
  const about = reader.yaml("course.yaml", courseYaml, courseKeys);
  const glossary = reader.yaml("glossary.yaml", glossaryYaml, glossaryKeys);
  const lessons = reader.lessons();
  reader.checkSize();
  reader.issues.push(...clashes(lessons));
  if (!files.has("course.yaml")) reader.missCourse();
  if (about) reader.checkSkills(about);
  if (glossary) reader.checkTerms(glossary, lessons);
  if (!about || !glossary || reader.issues.length > 0) return { issues: reader.issues };
  const inOrder = lessons.toSorted((a, b) => a.number - b.number);
  return { course: { slug, ...about.value, glossary: glossary.value, lessons: inOrder } };
}

/** What a file says, and where it says it. */
interface Placed<T> {
  readonly value: T;
  readonly placeOf: PlaceOf;
}

/** Reads the files of a course one by one, and notes what is wrong. */
class CourseReader {
  readonly issues: Issue[] = [];
  private bytesBeside = 0;

  constructor(
    private readonly files: CourseFiles,
    private readonly folder: string,
  ) {}

  /** What a YAML file says, an empty one where there is none; undefined where it says something else. */
  yaml<T>(name: string, schema: z.ZodType<T>, keys: KnownKeys): Placed<T> | undefined {
    const read = readYaml(this.text(name) ?? "");
    if ("problem" in read) {
      const { problem, line, column } = read;
      const mend = read.mend ?? "Write plain YAML: keys, texts and lists, each value written out.";
      this.add(name, { message: `this file cannot be read: ${problem}`, mend }, { line, column });
      return undefined;
    }
    const value = read.value ?? (name === "course.yaml" ? {} : []);
    const parsed = schema.safeParse(value);
    if (parsed.success) return { value: parsed.data, placeOf: read.placeOf };
    if (!this.files.has(name)) return undefined;
    for (const { line, column, ...told } of yamlFaults(
      parsed.error.issues,
      { ...read, value },
      keys,
    )) {
      this.add(name, told, { line, column });
    }
    return undefined;
  }

  missCourse(): void {
    const mend =
      "Put a file course.yaml into the course’s folder that says title: … and summary: ….";
    this.add("course.yaml", { message: "the course has no course.yaml", mend });
  }

  /** A skill builds on skills that stand before it, so that no two can build on each other. */
  checkSkills({ value: { skills }, placeOf }: Placed<{ readonly skills: readonly Skill[] }>): void {
    const ids = skills.map(({ id }) => id);
    for (const [i, { id, buildsOn }] of skills.entries()) {
      if (this.hasManyFaults) return;
      const before = ids.slice(0, i);
      if (before.includes(id)) {
        const told = { message: `two skills have the id ${id}`, mend: "Give each its own." };
        this.add("course.yaml", told, placeOf(["skills", i, "id"]));
        continue;
      }
      const missing = buildsOn.filter((one) => !before.includes(one));
      for (const other of missing.slice(0, mostFaults)) {
        const near = suggest(other, before);
        const order = "List skills in the order in which they build on each other.";
        const mend = ids.includes(other) || !near ? order : `Did you mean ${near}?`;
        const message = `the skill ${id} builds on ${other}, which isn’t listed before it`;
        this.add("course.yaml", { message, mend }, placeOf(["skills", i, "builds-on"]));
      }
    }
  }

  /** Each word has an id of its own, and the lesson that explains it is one of the course. */
  checkTerms({ value: terms, placeOf }: Placed<readonly Term[]>, lessons: readonly LessonFile[]) {
    const slugs = lessons.map(({ slug }) => slug);
    for (const [i, { id, lesson }] of terms.entries()) {
      if (this.hasManyFaults) return;
      if (terms.findIndex((one) => one.id === id) < i) {
        const told = { message: `two words have the id ${id}`, mend: "Give each its own." };
        this.add("glossary.yaml", told, placeOf([i, "id"]));
      }
      if (lesson === undefined || slugs.length === 0 || slugs.includes(lesson)) continue;
      const near = suggest(lesson, slugs);
      const mend = near ? `Did you mean ${near}?` : "Name its folder, without the number.";
      const message = `this course has no lesson “${lesson}”`;
      this.add("glossary.yaml", { message, mend }, placeOf([i, "lesson"]));
    }
  }

  /** Whether more need not be looked for before these are mended. */
  private get hasManyFaults(): boolean {
    return this.issues.length >= mostFaults;
  }

  lessons(): LessonFile[] {
    const folders = new Set(
      [...this.files.keys()].flatMap((name) => (name.includes("/") ? [name.split("/")[0]!] : [])),
    );
    return [...folders].flatMap((name) => this.lesson(name));
  }

  private lesson(name: string): LessonFile[] {
    const inCourse = `${name}/lesson.mdx`;
    const match = /^(\d+)-([a-z0-9][a-z0-9-]*)$/.exec(name);
    if (!match) {
      const message = `"${name}" is no lesson's folder`;
      this.add(inCourse, { message, mend: "Name it like 04-chain-rule." });
      return [];
    }
    const source = this.text(inCourse);
    if (source !== undefined) {
      const file = path.join(this.folder, inCourse);
      return [
        { number: Number(match[1]), slug: match[2] ?? "", file, source, files: this.beside(name) },
      ];
    }
    if (!this.files.has(inCourse)) {
      const mend = "Put a lesson.mdx in its folder.";
      this.add(inCourse, { message: "the lesson's text is missing", mend });
    }
    return [];
  }

  private beside(name: string): FilesBeside {
    const here = [...this.files].flatMap(([file, bytes]) =>
      file.startsWith(`${name}/`) ? [[file.slice(name.length + 1), bytes] as const] : [],
    );
    const { files, issues } = filesBeside(new Map(here), path.join(this.folder, name));
    this.issues.push(...issues);
    for (const file of Object.keys(files))
      this.bytesBeside += this.files.get(`${name}/${file}`)!.length;
    return files;
  }

  /** Whether the files beside the lessons are more than a course may have. */
  checkSize(): void {
    if (this.bytesBeside <= fileLimits.course) return;
    const message = `the files beside its lessons are larger than ${inMegabytes(fileLimits.course)} together`;
    this.add("course.yaml", { message, mend: "Save pictures smaller, or leave some out." });
  }

  /** The text of a file; undefined where there is none, or it is no text. */
  private text(name: string): string | undefined {
    const bytes = this.files.get(name);
    if (!bytes) return undefined;
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      const mend = "Save it as UTF-8: your editor’s Save As offers it.";
      this.add(name, { message: "this file is no UTF-8 text", mend });
      return undefined;
    }
  }

  private add(
    name: string,
    told: Pick<Issue, "message" | "mend">,
    { line, column } = { line: 1, column: 1 },
  ): void {
    this.issues.push({ file: path.join(this.folder, name), line, column, ...told });
  }
}

function clashes(lessons: readonly LessonFile[]): Issue[] {
  return lessons.flatMap(({ slug, number, file }, i) => {
    const twin = lessons.slice(0, i).find((one) => one.slug === slug || one.number === number);
    if (!twin) return [];
    const message = `it has the name or the number of ${twin.file}`;
    return [{ file, line: 1, column: 1, message, mend: "Give each lesson its own." }];
  });
}
