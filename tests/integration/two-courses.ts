import { cp, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { loadContent } from "@/lib/catalogue/load-content";
import { db } from "@/lib/db/client";
import { type Courses, contentFolder } from "./a-course";

const fixtures = path.resolve(import.meta.dirname, "../fixtures/courses");

/** Loads these courses and the second course of tests/fixtures beside them. */
export async function loadWithChances(courses: Courses): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "content-"));
  await cp(await contentFolder(courses), folder, { recursive: true });
  await cp(fixtures, folder, { recursive: true });
  await loadContent({ folder });
  await rm(folder, { recursive: true });
}

/** Makes somebody a student of the second course. */
export async function takesChances(userId: string): Promise<void> {
  const { id: courseId } = await db.course.findUniqueOrThrow({ where: { slug: "chances" } });
  const { id: sectionId } = await db.section.create({ data: { courseId, name: "Autumn" } });
  await db.enrollment.create({ data: { userId, sectionId } });
}
