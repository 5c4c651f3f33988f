import "server-only";
import { z } from "zod";
import { findText, replaceText } from "@/lib/authoring/text/writing";
import { audiences } from "@/lib/content";
import { documentIn, readYaml } from "@/lib/content/yaml";
import { db } from "@/lib/db/client";

/** What the form says of a course; the rest of course.yaml is written as text. */
export const aboutForm = z.object({
  title: z
    .string()
    .trim()
    .min(1, "Give the course a title.")
    .max(100, "Please use a title of at most 100 characters."),
  summary: z
    .string()
    .trim()
    .min(1, "Say in a sentence what the course is about.")
    .max(500, "Please use at most 500 characters."),
  draft: z.boolean(),
  seenBy: z.enum(audiences),
});

export type AboutCourse = z.output<typeof aboutForm>;

/** What course.yaml says as its authors have it now; null where it cannot be read. */
export async function findAbout(courseId: string): Promise<AboutCourse | null> {
  const file = await findText(courseId, "course.yaml");
  const read = file && readYaml(file.text);
  if (!read || "problem" in read) return null;
  const said = z
    .looseObject({
      title: z.string().catch(""),
      summary: z.string().catch(""),
      draft: z.boolean().catch(false),
      "seen-by": z.enum(audiences).catch("everyone"),
    })
    .safeParse(read.value);
  if (!said.success) return null;
  const { title, summary, draft, "seen-by": seenBy } = said.data;
  return { title, summary, draft, seenBy };
}

/** Writes this into course.yaml, and leaves everything else in it as it stands, with its comments. False where it cannot be
 *  read: it is mended as text first. */
export async function saveAbout(
  courseId: string,
  userId: string,
  about: AboutCourse,
): Promise<boolean> {
  const file = await findText(courseId, "course.yaml");
  const document = file && documentIn(file.text);
  if (!document) return false;
  const said = { title: about.title, summary: about.summary, "seen-by": about.seenBy };
  for (const [key, value] of Object.entries({ ...said, draft: about.draft })) {
    const isDefault = (key === "draft" && value === false) || value === "everyone";
    if (document.get(key) === value || (isDefault && !document.has(key))) continue;
    document.set(key, value);
  }
  const text = document.toString({ lineWidth: 0 });
  await db.$transaction((tx) => replaceText(tx, { courseId, path: "course.yaml", userId, text }));
  return true;
}
