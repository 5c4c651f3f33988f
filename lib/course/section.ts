import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { Skill } from "@/lib/content";
import { db } from "@/lib/db/client";
import { findCourse } from "./lesson";
import type { ScoreEntry } from "./progress";

export interface SectionEntry {
  readonly id: string;
  readonly name: string;
  readonly course: string;
  readonly students: number;
}

/** The sections that a viewer teaches; all of them for an admin. */
export async function listSections(viewer: Viewer): Promise<SectionEntry[]> {
  const mine = { enrollments: { some: { userId: viewer.id, role: "instructor" as const } } };
  const rows = await db.section.findMany({
    where: viewer.role === "admin" ? {} : mine,
    orderBy: { name: "asc" },
    select: {
      id: true,
      name: true,
      course: { select: { title: true } },
      _count: { select: { enrollments: { where: { role: "student" } } } },
    },
  });
  return rows.map(({ id, name, course, _count }) => ({
    id,
    name,
    course: course.title,
    students: _count.enrollments,
  }));
}

/** A section's scores: a row for each student, a column for each exercise of its course. */
export interface SectionScores {
  readonly id: string;
  readonly name: string;
  readonly course: { readonly slug: string; readonly title: string };
  readonly skills: readonly Skill[];
  readonly exercises: readonly SectionExercise[];
  readonly students: readonly SectionStudent[];
}

export interface SectionExercise {
  readonly id: string;
  readonly title: string;
  readonly possible: number;
  /** Ids of the course's skills that it practises. */
  readonly skills: readonly string[];
  readonly lesson: { readonly slug: string; readonly number: number; readonly title: string };
}

export interface SectionStudent {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  /** By exercise id. */
  readonly scores: Readonly<Record<string, ScoreEntry>>;
}

/** The scores of a section, students by name; null when there is no such section. Whoever calls it has checked that
 *  the viewer teaches it. */
export async function findSectionScores(sectionId: string): Promise<SectionScores | null> {
  const section = await db.section.findUnique({
    where: { id: sectionId },
    select: { id: true, name: true, course: { select: { slug: true } } },
  });
  const course = section && (await findCourse(section.course.slug));
  if (!course) return null;
  const exercises = course.lessons.flatMap(({ slug, number, title, exercises: all }) =>
    all.map((exercise) => ({
      id: exercise.id,
      title: exercise.title,
      possible: exercise.possible,
      skills: exercise.skills,
      lesson: { slug, number, title },
    })),
  );
  return {
    id: section.id,
    name: section.name,
    course: { slug: course.slug, title: course.title },
    skills: course.skills,
    exercises,
    students: await listStudents(sectionId, exercises),
  };
}

async function listStudents(
  sectionId: string,
  exercises: readonly SectionExercise[],
): Promise<SectionStudent[]> {
  const users = await db.user.findMany({
    where: { enrollments: { some: { sectionId, role: "student" } } },
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

/** Whether what a user did in an exercise is a section's to see: of one of its students, in an exercise of its course. */
export async function isWorkOf(
  sectionId: string,
  userId: string,
  exerciseId: string,
): Promise<boolean> {
  const found = await db.section.findFirst({
    where: {
      id: sectionId,
      enrollments: { some: { userId, role: "student" } },
      course: { lessons: { some: { exercises: { some: { id: exerciseId } } } } },
    },
    select: { id: true },
  });
  return found !== null;
}
