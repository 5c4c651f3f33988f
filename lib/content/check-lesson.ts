import type { CourseFile, LessonFile } from "./course-file";
import { type CourseNames, namesOf } from "./course-names";
import type { FilesBeside } from "./files-beside";
import type { ParsedLesson } from "./lesson";
import { linksElsewhere } from "./links";
import { anchorsOf, parseLesson } from "./parse-lesson";

/** Reads a lesson's text: parseLesson, or what remembers what that came to. */
export type Parse = (
  source: string,
  file: string,
  names: CourseNames,
  files?: FilesBeside,
) => ParsedLesson;

/** Checks a lesson as one of its course: as parseLesson does, and its links to other lessons too. This is the one check there
 *  is: what loads, publishes and answers an author asks it alike. `file` says in issues where the text is. */
export function checkLesson(
  { source, slug }: Pick<LessonFile, "source" | "slug">,
  course: CourseFile,
  file: string,
  parse: Parse = parseLesson,
): ParsedLesson {
  const files = course.lessons.find((lesson) => lesson.slug === slug)?.files;
  const parsed = parse(source, file, namesOf(course), files);
  if (parsed.status === "refused") return parsed;
  const anchors = (name: string) => {
    const other = course.lessons.find((lesson) => lesson.slug === name);
    return other && (name === slug ? anchorsOf(source) : anchorsOf(other.source));
  };
  const issues = linksElsewhere(parsed.lesson.links, course.slug, anchors);
  if (issues.length === 0) return parsed;
  return { status: "refused", issues: issues.map((issue) => ({ ...issue, file })) };
}
