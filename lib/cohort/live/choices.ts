import "server-only";
import { findCourse, type LessonEntry } from "@/lib/catalogue/lesson";
import { db } from "@/lib/db/client";

/** The lessons that a section takes, with their exercises. */
export async function findSectionLessons(sectionId: string): Promise<readonly LessonEntry[]> {
  const section = await db.section.findUnique({
    where: { id: sectionId },
    select: { leavesOut: true, course: { select: { slug: true } } },
  });
  const course = section && (await findCourse(section.course.slug));
  const taken = course?.lessons.filter(({ id }) => !section?.leavesOut.includes(id)) ?? [];
  return taken.filter(({ exercises }) => exercises.length > 0);
}
