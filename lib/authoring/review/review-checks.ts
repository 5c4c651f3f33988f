import "server-only";
import { type FoundCheck, findCheck } from "@/lib/authoring/check/checks";
import { changedLessons } from "@/lib/authoring/check/course-checks";
import type { Tree } from "@/lib/authoring/files/files";
import type { CourseFiles } from "@/lib/content";

/** How the check of a lesson stands that a review is about; null where nobody has asked for it. */
export interface ReviewCheck {
  readonly path: string;
  readonly check: FoundCheck | null;
}

/** The checks of the lessons that are another than before. */
export const reviewChecks = (
  courseId: string,
  before: Tree,
  after: CourseFiles,
): Promise<ReviewCheck[]> =>
  Promise.all(
    changedLessons(before, after).map(async ({ path, ...text }) => ({
      path,
      check: await findCheck(courseId, text),
    })),
  );
