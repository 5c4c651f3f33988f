import "server-only";
import { db } from "@/lib/db/client";

/** The slug of the first lesson that a section takes; null where it takes none. */
export async function findFirstLesson(sectionId: string): Promise<string | null> {
  const section = await db.section.findUniqueOrThrow({
    where: { id: sectionId },
    select: { courseId: true, leavesOut: true },
  });
  const lesson = await db.lesson.findFirst({
    where: { courseId: section.courseId, shown: true, id: { notIn: section.leavesOut } },
    orderBy: { number: "asc" },
    select: { slug: true },
  });
  return lesson?.slug ?? null;
}
