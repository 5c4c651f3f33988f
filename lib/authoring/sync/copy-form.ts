import { z } from "zod";

/** What a copy of a course, a folder or a zip, remembers of where it came from. */
export const copyForm = z.strictObject({
  server: z.string(),
  course: z.string(),
  /** The version that was published last then; null before. */
  version: z.int().nullable(),
  /** Ids of what the files said there, by path. */
  files: z.record(z.string(), z.string()),
});

export type CourseCopy = z.output<typeof copyForm>;

/** The file, in the course's folder, that holds it. */
export const copyFile = ".chainrule.json";

/** As it is written. */
export const copyText = (copy: CourseCopy): string => `${JSON.stringify(copy, null, 2)}\n`;

/** What a text remembers; null where it is none of these. */
export function readCopyText(text: string): CourseCopy | null {
  try {
    return copyForm.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
