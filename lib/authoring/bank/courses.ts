import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { seenBy } from "@/lib/catalogue/audience";
import type { Skill } from "@/lib/content";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";

/** The courses whose exercises a viewer finds in the bank, keys and all: those that they see as staff, and those that they
 *  write. What they see as a student is not among them. */
function inBank(viewer: Viewer): Prisma.CourseWhereInput {
  if (viewer.role !== "student") return seenBy({ userId: viewer.id, viewer });
  const teaches = { userId: viewer.id, removedAt: null, role: { not: "student" } } as const;
  return {
    OR: [
      { authors: { some: { userId: viewer.id } } },
      { sections: { some: { enrollments: { some: teaches } } } },
    ],
  };
}

/** Whether this exercise is one that the viewer finds in the bank. */
export async function isInBank(viewer: Viewer, exerciseId: string): Promise<boolean> {
  const where = { id: exerciseId, currentId: { not: null }, lesson: { course: inBank(viewer) } };
  return (await db.exercise.count({ where })) > 0;
}

/** A course of the bank, as searches are narrowed down by it. */
export interface BankCourse {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly skills: readonly Skill[];
  readonly lessons: readonly { readonly id: string; readonly title: string }[];
}

/** The courses of a viewer's bank that have an exercise, by title. */
export async function listBankCourses(viewer: Viewer): Promise<BankCourse[]> {
  const hasExercise = { exercises: { some: { currentId: { not: null } } } };
  const rows = await db.course.findMany({
    where: { AND: [inBank(viewer), { lessons: { some: hasExercise } }] },
    orderBy: { title: "asc" },
    select: {
      id: true,
      slug: true,
      title: true,
      skills: true,
      lessons: {
        where: hasExercise,
        orderBy: { number: "asc" },
        select: { id: true, number: true, title: true },
      },
    },
  });
  return rows.map(({ skills, lessons, ...course }) => ({
    ...course,
    skills: skills as unknown as readonly Skill[],
    lessons: lessons.map(({ id, number, title }) => ({ id, title: `${number}. ${title}` })),
  }));
}
