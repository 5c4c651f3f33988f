import { startingPolicies } from "@/lib/assessment/terms/policy";
import { db } from "@/lib/db/client";
import { copy, exerciseNamed, lesson, load, twice } from "../a-course";

const hour = 3_600_000;

/** So many hours from now. */
export const inHours = (hours: number) => new Date(Date.now() + hours * hour);

export interface AGradebook {
  readonly sectionId: string;
  readonly teacherId: string;
  /** By first name: Ada, Bo, Cy (who was removed) and Di (who begins nothing). */
  readonly students: Readonly<Record<string, string>>;
  /** Closed: `twice` of 6 points, `copy` of 2. */
  readonly closed: AnAssignment;
  /** Due tomorrow: `copy` of 10 points. */
  readonly open: AnAssignment;
}

export interface AnAssignment {
  readonly id: string;
  readonly items: readonly { readonly id: string; readonly exerciseId: string }[];
}

/** A section with two assignments, one in each category (homework weighs 3, the project 1).
 *
 *  | | twice, 6 | copy, 2 | copy, 10 (open) |
 *  |---|---|---|---|
 *  | Ada | 1 | 0.5 | 0.9 so far |
 *  | Bo | 0.5 | given 1 | |
 *  | Cy, removed | 0 | 0 | |
 *  | Di | | | |
 */
export async function aGradebook(): Promise<AGradebook> {
  await load({
    course: { "01-first": lesson(twice, "First"), "02-second": lesson(copy, "Second") },
  });
  const course = await db.course.findFirstOrThrow({ where: { slug: "course" } });
  const grading = {
    categories: [
      { id: "hw", name: "Homework", weight: 3, dropLowest: 0 },
      { id: "pr", name: "Project", weight: 1, dropLowest: 0 },
    ],
    letters: [
      { name: "A", from: 0.9 },
      { name: "B", from: 0.5 },
    ],
  };
  const { id: sectionId } = await db.section.create({
    data: { courseId: course.id, name: "Ours", grading },
  });
  const closed = await anAssignment(sectionId, "Homework 1", "hw", -1, [
    ["twice", 6],
    ["copy", 2],
  ]);
  const open = await anAssignment(sectionId, "Project", "pr", 24, [["copy", 10]]);
  const teacherId = await aPerson(sectionId, "Ines", { role: "instructor" });
  const students = {
    Ada: await aPerson(sectionId, "Ada", { campusId: "s-1", group: "red" }),
    Bo: await aPerson(sectionId, "Bo", { campusId: "-s2", group: "blue" }),
    Cy: await aPerson(sectionId, "Cy", { removedAt: new Date() }),
    Di: await aPerson(sectionId, "Di", {}),
  };
  await aWork(closed, students.Ada, [{ share: 1 }, { share: 0.5 }]);
  await aWork(closed, students.Bo, [{ share: 0.5 }, { share: 0, override: 1 }]);
  await aWork(closed, students.Cy, [{ share: 0 }, { share: 0 }]);
  await aWork(open, students.Ada, [{ share: 0.9 }]);
  return { sectionId, teacherId, students, closed, open };
}

/** An assignment that is due and closes so many hours from now. */
export async function anAssignment(
  sectionId: string,
  title: string,
  category: string | null,
  hours: number,
  items: readonly (readonly [slug: string, points: number])[],
): Promise<AnAssignment> {
  const rows = await Promise.all(
    items.map(async ([slug, points], place) => {
      const { id: exerciseId } = await exerciseNamed(slug);
      return { place, points, pool: { create: { exerciseId, place: 0 } } };
    }),
  );
  const { id, items: made } = await db.assignment.create({
    data: {
      sectionId,
      title,
      category,
      publishedAt: inHours(-200),
      opensAt: inHours(-100),
      dueAt: inHours(hours),
      closesAt: inHours(hours),
      policy: startingPolicies.homework,
      items: { create: rows },
    },
    include: { items: { orderBy: { place: "asc" }, include: { pool: true } } },
  });
  return {
    id,
    items: made.map((item) => ({ id: item.id, exerciseId: item.pool[0]?.exerciseId ?? "" })),
  };
}

async function aPerson(sectionId: string, name: string, enrollment: object): Promise<string> {
  const { id } = await db.user.create({
    data: {
      name,
      email: `${name.toLowerCase()}@school.test`,
      enrollments: { create: { sectionId, ...enrollment } },
    },
  });
  return id;
}

/** Work that a student has begun, with what each exercise has. */
export async function aWork(
  assignment: AnAssignment,
  userId: string,
  exercises: readonly { share: number; override?: number; excused?: boolean }[],
): Promise<string> {
  const rows = await Promise.all(
    exercises.map(async (one, place) => {
      const { id: itemId, exerciseId } = assignment.items[place]!;
      const exercise = await db.exercise.findUniqueOrThrow({ where: { id: exerciseId } });
      const versionId = exercise.currentId ?? "";
      const answeredAt = inHours(-2);
      return { itemId, exerciseId, versionId, place, attempts: 1, answeredAt, ...one };
    }),
  );
  const { id } = await db.assignmentWork.create({
    data: {
      assignmentId: assignment.id,
      userId,
      begunAt: inHours(-50),
      exercises: { create: rows },
    },
  });
  return id;
}
