import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { Issue } from "@/lib/exercise";
import { checkLesson } from "./check-lesson";
import type { CourseFile } from "./course-file";
import { readCourse } from "./course-folder";
import type { ParsedLesson } from "./lesson";
import { parseLesson } from "./parse-lesson";

/** A lesson's text, and where it belongs. */
export interface FoundLesson {
  /** Its course's folder. */
  readonly course: string;
  /** Its own folder's name, without the number. */
  readonly slug: string;
  readonly file: string;
  readonly source: string;
  /** Its course as a whole; absent where there is none that can be read around it. */
  readonly around?: CourseFile | undefined;
}

export interface FoundLessons {
  readonly lessons: readonly FoundLesson[];
  /** What is wrong with the courses' folders. */
  readonly issues: readonly Issue[];
}

/** Checks a lesson that was found, as one of its course where that can be read. `file` says in issues where it is. */
export function checkFound({ around, slug, source }: FoundLesson, file: string): ParsedLesson {
  return around ? checkLesson({ slug, source }, around, file) : parseLesson(source, file);
}

/** The lessons at a place: a folder of courses, a course's folder, a lesson's folder, or its `lesson.mdx`. Undefined
 *  where there is no such place, or no lesson at it. */
export async function findLessons(place: string): Promise<FoundLessons | undefined> {
  const is = await stat(place).catch(() => undefined);
  if (!is) return undefined;
  if (!is.isDirectory()) {
    return place.endsWith(".mdx") ? { lessons: [await lessonAt(place)], issues: [] } : undefined;
  }
  const entries = await readdir(place, { withFileTypes: true });
  const holds = (name: string) => entries.some((entry) => entry.name === name);
  if (holds("lesson.mdx")) return findLessons(path.join(place, "lesson.mdx"));
  if (isCourse(entries.map(({ name }) => name))) return lessonsOf(place);
  const folders = entries.filter((entry) => entry.isDirectory());
  const courses = await Promise.all(folders.map(({ name }) => courseIn(path.join(place, name))));
  const lessons = courses.flatMap((course) => course?.lessons ?? []);
  const issues = courses.flatMap((course) => course?.issues ?? []);
  return lessons.length + issues.length > 0 ? { lessons, issues } : undefined;
}

async function lessonAt(file: string): Promise<FoundLesson> {
  const folder = path.dirname(path.resolve(file));
  const slug = path.basename(folder).replace(/^\d+-/, "");
  const outer = path.dirname(folder);
  const read = await readCourse(outer);
  const whole = "course" in read ? read.course : undefined;
  const course = path.basename(outer);
  return { course, slug, file, source: await readFile(file, "utf8"), around: whole };
}

/** The lessons of a folder if it is a course's. */
async function courseIn(folder: string): Promise<FoundLessons | undefined> {
  return isCourse(await readdir(folder)) ? lessonsOf(folder) : undefined;
}

/** Also where its course.yaml is missing, which is then told. */
const isCourse = (names: readonly string[]) =>
  names.some((name) => name === "course.yaml" || /^\d+-/.test(name));

async function lessonsOf(folder: string): Promise<FoundLessons> {
  const read = await readCourse(folder);
  if ("issues" in read) return { lessons: [], issues: read.issues };
  const { slug: course, lessons } = read.course;
  const around = read.course;
  const found = lessons.map(({ slug, file, source }) => ({ course, slug, file, source, around }));
  return { lessons: found, issues: [] };
}
