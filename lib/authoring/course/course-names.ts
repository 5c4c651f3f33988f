import "server-only";
import { treeOf } from "@/lib/authoring/files/files";
import { type CourseFiles, courseFrom, namesOf } from "@/lib/content";
import type { CourseNames } from "@/lib/content/course-names";
import { db } from "@/lib/db/client";
import { Remembered } from "./remembered";

/** The files that say what lessons may speak of. */
const about = ["course.yaml", "glossary.yaml"];

/** What the lessons of a course that is written here may speak of, as its authors have it now: its skills, the words of its
 *  glossary and its lessons. Skills and words are none where its course.yaml cannot be read. */
export async function findNames(slug: string): Promise<CourseNames> {
  const rows = await db.courseFile.findMany({
    where: {
      course: { slug, home: "product" },
      OR: [{ path: { in: about } }, { path: { endsWith: lessonEnd } }],
      removedAt: null,
    },
    select: { path: true, text: true },
  });
  return namesIn(new Map(rows.map(({ path, text }) => [path, Buffer.from(text ?? "")])));
}

/** The same of these files. */
export function namesIn(files: CourseFiles): CourseNames {
  const own = new Map([...files].filter(([path]) => about.includes(path)));
  const known = saidBy.of(JSON.stringify(treeOf(own)), () => {
    const read = courseFrom("course", own, "course");
    return namesOf("course" in read ? read.course : { skills: [], glossary: [], lessons: [] });
  });
  return { ...known, lessons: lessonsIn([...files.keys()]) };
}

const lessonEnd = "/lesson.mdx";

const lessonsIn = (paths: readonly string[]) =>
  paths
    .filter((path) => path.endsWith(lessonEnd))
    .map((path) => path.slice(0, -lessonEnd.length).replace(/^\d+-/, ""));

/** By what these files say: whatever is done with a text while it is written asks for them. */
const saidBy = new Remembered<CourseNames>(200);
