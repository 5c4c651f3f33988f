import "server-only";
import path from "node:path";
import { type CheckedCourse, checkCourse } from "@/lib/catalogue/keep-course";
import {
  type CourseFiles,
  checkLessonInTurns,
  courseFrom,
  namesOf,
  type ParsedLesson,
} from "@/lib/content";
import type { Issue } from "@/lib/exercise";

/** The course that these files make, checked; or everything that has to be mended first. Its issues are in files below
 *  `slug`. A course takes seconds to be read, in which others are served. */
export async function checkFiles(
  slug: string,
  files: CourseFiles,
): Promise<{ readonly checked: CheckedCourse } | { readonly issues: readonly Issue[] }> {
  const read = courseFrom(slug, files, slug);
  if ("issues" in read) return read;
  const { course } = read;
  const lessons = new Map<string, ParsedLesson>();
  for (const { file, source, files: beside } of course.lessons) {
    const at = path.relative(process.cwd(), file);
    lessons.set(at, await checkLessonInTurns(source, at, namesOf(course), beside));
  }
  const issues: Issue[] = [];
  const checked = checkCourse(course, issues, (_, at) => {
    const parsed = lessons.get(at);
    if (!parsed) throw new Error(`${at} has not been read`);
    return parsed;
  });
  return issues.length > 0 ? { issues } : { checked };
}
