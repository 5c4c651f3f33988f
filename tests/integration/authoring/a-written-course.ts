import { randomUUID } from "node:crypto";
import { createCourse, findWritten } from "@/lib/authoring/courses";
import { addLesson } from "@/lib/authoring/lessons";
import { db } from "@/lib/db/client";

/** A course that is written in the product, and its author. */
export async function aWrittenCourse(slug = `course-${randomUUID()}`) {
  const { id: userId } = await db.user.create({
    data: { name: "Ines", email: `${randomUUID()}@school.test`, role: "instructor" },
  });
  await createCourse(userId, { slug, title: "A course", summary: "About it." });
  const course = await findWritten(slug);
  if (!course) throw new Error(`no course ${slug}`);
  return { course, userId };
}

/** Adds a lesson with this below its title. Gives its path. */
export async function writeLesson(
  { course, userId }: Awaited<ReturnType<typeof aWrittenCourse>>,
  body: string,
  title = "One",
): Promise<string> {
  const path = await addLesson(course.id, userId, { title });
  await writeFile(
    course.id,
    path,
    `---\ntitle: ${title}\nsummary: About something.\n---\n\n${body}\n`,
  );
  return path;
}

export async function writeFile(courseId: string, path: string, text: string): Promise<void> {
  await db.courseFile.upsert({
    where: { courseId_path: { courseId, path } },
    create: { courseId, path, text },
    update: { text },
  });
}
