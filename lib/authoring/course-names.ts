import "server-only";
import { type CourseFiles, courseFrom, namesOf } from "@/lib/content";
import type { CourseNames } from "@/lib/content/course-names";
import { db } from "@/lib/db/client";

/** What the lessons of a course that is written here may speak of, as its authors have it now: its skills, the words of
 *  its glossary and its lessons. Skills and words are none where its course.yaml cannot be read. */
export async function findNames(slug: string): Promise<CourseNames> {
  const rows = await db.courseFile.findMany({
    where: {
      course: { slug, home: "product" },
      path: { in: ["course.yaml", "glossary.yaml"] },
      removedAt: null,
    },
    select: { path: true, text: true },
  });
  const files: CourseFiles = new Map(
    rows.map(({ path, text }) => [path, new TextEncoder().encode(text ?? "")]),
  );
  const read = courseFrom(slug, files, slug);
  const lessons = await findLessonNames(slug);
  const course = "course" in read ? read.course : { skills: [], glossary: [] };
  return namesOf({ ...course, lessons });
}

async function findLessonNames(slug: string): Promise<{ slug: string }[]> {
  const rows = await db.courseFile.findMany({
    where: {
      course: { slug, home: "product" },
      path: { endsWith: "/lesson.mdx" },
      removedAt: null,
    },
    select: { path: true },
  });
  return rows.map(({ path }) => ({ slug: path.replace(/^\d+-|\/lesson\.mdx$/g, "") }));
}
