import "server-only";
import type { SectionOn } from "@/lib/content/taught-section";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { type CourseNotes, findCourseOf } from "./course-notes";

/** Who reads, as far as it says which courses they see. */
export interface Reader {
  readonly userId: string | null;
  readonly viewer: { readonly role: "student" | "instructor" | "admin" } | null;
}

/** The courses that a reader sees. Staff who may teach see every one, those who assist in a section its own; all others
 *  see no drafts, and of the rest those that are for them. */
export function seenBy({ userId, viewer }: Reader): Prisma.CourseWhereInput {
  if (viewer && viewer.role !== "student") return {};
  if (!viewer || !userId) return { draft: false, seenBy: "everyone" };
  const mine = { userId, removedAt: null };
  const enrolled = { sections: { some: { enrollments: { some: mine } } } };
  const teaches = { ...mine, role: { not: "student" } } as const;
  return {
    OR: [
      { draft: false, seenBy: { in: ["everyone", "signedIn"] } },
      { draft: false, ...enrolled },
      { sections: { some: { enrollments: { some: teaches } } } },
    ],
  };
}

/** Whether a reader sees this course. */
export async function seesCourse(reader: Reader, course: CourseNotes): Promise<boolean> {
  if (course.open) return true;
  const where = { AND: [{ id: course.id }, seenBy(reader)] };
  return (await db.course.count({ where })) > 0;
}

/** Whether a reader sees the course of this exercise. A course that is gone hides nothing: what is still open in a
 *  browser can be finished. */
export async function seesExercise(reader: Reader, exerciseId: string): Promise<boolean> {
  const course = await findCourseOf(exerciseId);
  return course === null || seesCourse(reader, course);
}

/** Where the course of this exercise teaches what may go wrong, for who sees the course: graded work stays open to others
 *  too, and its lessons do not. */
export async function findSectionOn(
  reader: Reader,
  exerciseId: string,
): Promise<SectionOn | undefined> {
  const course = await findCourseOf(exerciseId);
  return course && (await seesCourse(reader, course)) ? course.sectionOn : undefined;
}

/** Ids of the courses that a reader sees, for queries that take no condition. */
export async function listSeenIds(reader: Reader): Promise<string[]> {
  const rows = await db.course.findMany({ where: seenBy(reader), select: { id: true } });
  return rows.map(({ id }) => id);
}
