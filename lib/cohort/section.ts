import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { isId } from "@/lib/db/id";

export interface SectionEntry {
  readonly id: string;
  readonly name: string;
  readonly course: string;
  readonly students: number;
}

/** The sections that a viewer teaches or assists in; all of them for an admin. */
export async function listSections(viewer: Viewer): Promise<SectionEntry[]> {
  const staff = { userId: viewer.id, removedAt: null, role: { not: "student" as const } };
  const mine = { enrollments: { some: staff } };
  const rows = await db.section.findMany({
    where: viewer.role === "admin" ? {} : mine,
    orderBy: { name: "asc" },
    select: {
      id: true,
      name: true,
      course: { select: { title: true } },
      _count: { select: { enrollments: { where: { role: "student", removedAt: null } } } },
    },
  });
  return rows.map(({ id, name, course, _count }) => ({
    id,
    name,
    course: course.title,
    students: _count.enrollments,
  }));
}

/** What stands above each page of a section. */
export interface SectionHead {
  readonly id: string;
  readonly name: string;
  readonly course: string;
  /** Made up, so that there is something to look at. */
  readonly demo: boolean;
  /** Whether the viewer may change it: an instructor of it, or an admin. */
  readonly mayChange: boolean;
}

/** A section's head for one of its staff; null when there is no such section. */
export async function findSectionHead(viewer: Viewer, id: string): Promise<SectionHead | null> {
  const row = await db.section.findUnique({
    where: { id },
    select: {
      name: true,
      demo: true,
      course: { select: { title: true } },
      enrollments: { where: { userId: viewer.id, role: "instructor", removedAt: null } },
    },
  });
  if (!row) return null;
  const mayChange = viewer.role === "admin" || row.enrollments.length > 0;
  return { id, name: row.name, course: row.course.title, demo: row.demo, mayChange };
}

/** A section that somebody learns in. */
export interface TakenSection {
  readonly id: string;
  readonly name: string;
  readonly course: { readonly slug: string; readonly title: string };
}

/** The sections that somebody is a student of, by name. */
export function listTakenSections(userId: string): Promise<TakenSection[]> {
  return db.section.findMany({
    where: { enrollments: { some: { userId, role: "student", removedAt: null } } },
    orderBy: { name: "asc" },
    select: { id: true, name: true, course: { select: { slug: true, title: true } } },
  });
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
      enrollments: { some: { userId, role: "student", removedAt: null } },
      course: { lessons: { some: { exercises: { some: { id: exerciseId } } } } },
    },
    select: { id: true },
  });
  return found !== null;
}

/** Whether an exercise is of a section's course. */
export async function isExerciseOf(sectionId: string, exerciseId: string): Promise<boolean> {
  const found = await db.section.findFirst({
    where: {
      id: sectionId,
      course: { lessons: { some: { exercises: { some: { id: exerciseId } } } } },
    },
    select: { id: true },
  });
  return found !== null;
}

/** Whether somebody is a student of a section, or was until they were removed. */
export async function wasStudentOf(sectionId: string, userId: string): Promise<boolean> {
  if (!isId(userId)) return false;
  const where = { userId_sectionId: { userId, sectionId } };
  const found = await db.enrollment.findUnique({ where, select: { role: true } });
  return found?.role === "student";
}
