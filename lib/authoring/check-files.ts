import "server-only";
import { type CheckedCourse, checkCourse } from "@/lib/catalogue/keep-course";
import { type CourseFiles, courseFrom } from "@/lib/content";
import type { Issue } from "@/lib/exercise";

/** The course that these files make, checked; or everything that has to be mended first. Its issues are in files below
 *  `slug`. */
export function checkFiles(
  slug: string,
  files: CourseFiles,
): { readonly checked: CheckedCourse } | { readonly issues: readonly Issue[] } {
  const read = courseFrom(slug, files, slug);
  if ("issues" in read) return read;
  const issues: Issue[] = [];
  const checked = checkCourse(read.course, issues);
  return issues.length > 0 ? { issues } : { checked };
}
