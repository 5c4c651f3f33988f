import "server-only";
import { findCourse } from "@/lib/catalogue/lesson";
import { db } from "@/lib/db/client";
import type { ScoreEntry } from "@/lib/progress/lesson-progress";

/** A section's scores of practice: a row for each student, a column for each exercise of its course. */
export interface SectionScores {
  readonly name: string;
  readonly exercises: readonly SectionExercise[];
  readonly students: readonly SectionStudent[];
}

export interface SectionExercise {
  readonly id: string;
  readonly title: string;
  readonly possible: number;
}

export interface SectionStudent {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  /** By exercise id. */
  readonly scores: Readonly<Record<string, ScoreEntry>>;
}

/** The scores of a section, students by name; null when there is no such section. Lessons that it leaves out are not in it.
 *  Whoever calls it has checked that the viewer is of its staff. */
export async function findSectionScores(sectionId: string): Promise<SectionScores | null> {
  const section = await db.section.findUnique({
    where: { id: sectionId },
    select: { name: true, leavesOut: true, course: { select: { slug: true } } },
  });
  const course = section && (await findCourse(section.course.slug));
  if (!course) return null;
  const taken = course.lessons.filter(({ id }) => !section.leavesOut.includes(id));
  const exercises = taken.flatMap(({ exercises: all }) =>
    all.map(({ id, title, possible }) => ({ id, title, possible })),
  );
  const students = await listStudents(sectionId, exercises);
  return { name: section.name, exercises, students };
}

async function listStudents(
  sectionId: string,
  exercises: readonly SectionExercise[],
): Promise<SectionStudent[]> {
  const users = await db.user.findMany({
    where: { enrollments: { some: { sectionId, role: "student", removedAt: null } } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: {
      id: true,
      name: true,
      email: true,
      scores: {
        where: { exerciseId: { in: exercises.map(({ id }) => id) } },
        select: { exerciseId: true, best: true, first: true, attempts: true },
      },
    },
  });
  return users.map(({ scores, ...student }) => ({
    ...student,
    scores: Object.fromEntries(scores.map(({ exerciseId, ...score }) => [exerciseId, score])),
  }));
}
