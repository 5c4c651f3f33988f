import "server-only";
import { type CourseFiles, courseFrom, namesOf } from "@/lib/content";
import type { CourseNames } from "@/lib/content/course-names";
import { db } from "@/lib/db/client";

/** What the lessons of a course that is written here may speak of, as its authors have it now: its skills and the words of its
 *  glossary. None where its course.yaml cannot be read. */
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
  return "course" in read ? namesOf(read.course) : { skills: [], terms: [] };
}
