import { planImport } from "@/lib/cohort/import-plan";
import { importRoster } from "@/lib/cohort/import-roster";
import { readRoster } from "@/lib/cohort/roster/read-roster";
import { db } from "@/lib/db/client";

export interface ASection {
  readonly actorId: string;
  readonly sectionId: string;
}

/** A section of a course with one lesson, and its instructor. */
export async function aSection(name: string, course = "maths"): Promise<ASection> {
  const { id: courseId } = await db.course.upsert({
    where: { slug: course },
    update: {},
    create: {
      slug: course,
      title: course,
      summary: "S",
      lessons: { create: { slug: "one", number: 1, title: "One" } },
    },
  });
  const { id: sectionId } = await db.section.create({ data: { courseId, name } });
  const teacher = { name: `Teacher of ${name}`, email: `${name}@staff.test`, passwordHash: "x" };
  const { id: actorId } = await db.user.create({
    data: { ...teacher, enrollments: { create: { sectionId, role: "instructor" } } },
  });
  return { actorId, sectionId };
}

/** Imports pasted rows into a section. */
export async function takeRoster(by: ASection, text: string): Promise<void> {
  const roster = readRoster(text);
  if (roster.status !== "read") throw new Error(roster.reason);
  const { hash } = await planImport(by, roster);
  const { status } = await importRoster({ ...by, roster, hash });
  if (status !== "done") throw new Error("The plan changed.");
}
