import "server-only";
import { findNames } from "@/lib/authoring/course/course-names";
import { findWritten } from "@/lib/authoring/course/courses";
import { findBeside } from "@/lib/authoring/files/files-beside";
import { findText } from "@/lib/authoring/text/writing";
import type { LessonText } from "./checks";

/** A lesson as its authors have it now. */
export interface DraftLesson extends LessonText {
  readonly courseId: string;
  readonly courseTitle: string;
}

/** A lesson of a course that is written here, with what it may speak of; null where there is none. */
export async function findLessonText(slug: string, folder: string): Promise<DraftLesson | null> {
  const course = await findWritten(slug);
  const text = course && (await findText(course.id, `${folder}/lesson.mdx`));
  if (!course || !text) return null;
  const [names, files] = await Promise.all([findNames(slug), findBeside(slug, folder)]);
  return { courseId: course.id, courseTitle: course.title, source: text.text, names, files };
}
