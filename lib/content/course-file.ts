import path from "node:path";
import { z } from "zod";
import type { Issue } from "@/lib/exercise";
import { type Audience, courseKeys, courseYaml, glossaryYaml } from "./course-yaml";
import { type FilesBeside, fileLimits, filesBeside, inMegabytes } from "./files-beside";
import { readYaml } from "./yaml";

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
  const about = reader.yaml("course.yaml", courseYaml, {
    message: "the course needs a title and a summary",
    mend: `Write title: … and summary: …. The keys are ${courseKeys}.`,
  });
  const glossary = reader.yaml("glossary.yaml", glossaryYaml, {
    message: "the glossary cannot be read",
    mend: "Write a list of entries, each with id, term and means.",
  });
  const lessons = reader.lessons();
  reader.checkSize();
  reader.issues.push(...clashes(lessons));
  if (about) reader.issues.push(...skillIssues(about.skills, path.join(folder, "course.yaml")));
  if (!about || !glossary || reader.issues.length > 0) return { issues: reader.issues };
  const inOrder = lessons.toSorted((a, b) => a.number - b.number);
  return { course: { slug, ...about, glossary, lessons: inOrder } };
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
  yaml<T>(
    name: string,
    schema: z.ZodType<T>,
    wrong: Pick<Issue, "message" | "mend">,
  ): T | undefined {
    const read = readYaml(this.text(name) ?? "");
    if ("problem" in read) {
      const { problem, line, column } = read;
      const mend = "Write plain YAML: keys, texts and lists, each value written out.";
      this.add(name, { message: `this file cannot be read: ${problem}`, mend }, { line, column });
      return undefined;
    }
    const parsed = schema.safeParse(read.value ?? undefined);
    if (parsed.success) return parsed.data;
    const message = `${wrong.message} (${z.prettifyError(parsed.error)})`;
    this.add(name, { ...wrong, message });
    return undefined;
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
