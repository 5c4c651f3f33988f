import "server-only";
import { courseFrom } from "@/lib/content";
import { db } from "@/lib/db/client";
import type { Issue } from "@/lib/exercise";

/** The files that say what a course is, and its words. */
export const yamlFiles = ["course.yaml", "glossary.yaml"] as const;

export type YamlFile = (typeof yamlFiles)[number];

/** What has to be mended in the text of one of them, beside the other one and the lessons as the authors have them now. */
export async function yamlIssues(courseId: string, file: YamlFile, text: string): Promise<Issue[]> {
  const rows = await db.courseFile.findMany({
    where: {
      ...{ courseId, removedAt: null },
      OR: [{ path: { in: [...yamlFiles] } }, { path: { endsWith: "/lesson.mdx" } }],
    },
    select: { path: true, text: true },
  });
  const texts = rows.map(({ path, text: kept }): [string, string] => [
    path,
    path.endsWith(".mdx") ? "" : (kept ?? ""),
  ]);
  const files = new Map(
    [...texts, [file, text] as const].map(([path, said]) => [path, Buffer.from(said)]),
  );
  const read = courseFrom("course", files, "course");
  return "issues" in read ? read.issues.filter((issue) => issue.file === `course/${file}`) : [];
}
