import { randomUUID } from "node:crypto";
import { doCheck } from "@/lib/authoring/check/checks";
import { createCourse, findWritten } from "@/lib/authoring/course/courses";
import { addLesson } from "@/lib/authoring/course/lessons";
import { type Published, publish } from "@/lib/authoring/publish/publish";
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
  if (path === null) throw new Error(`${course.slug} has no room for ${title}`);
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

/** Publishes once the lessons have been checked, which the background would do. */
export async function publishChecked(
  publishing: Parameters<typeof publish>[0],
): Promise<Published> {
  const first = await publish(publishing);
  if (first.status !== "checking") return first;
  await doChecks(publishing.course.id);
  return publish(publishing);
}

/** Does the checks of a course that were asked for. */
export async function doChecks(courseId: string): Promise<void> {
  const checks = await db.draftCheck.findMany({ where: { courseId, state: "checking" } });
  for (const { id } of checks) await doCheck(id);
}
