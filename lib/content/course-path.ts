import type { Issue } from "@/lib/exercise";
import { kindOf } from "./file-kinds";
import { problemWith } from "./files-beside";
import { limits } from "./limits";

/** Files of a course that are read as text. */
const texts = /^(?:course\.yaml|glossary\.yaml|\d{1,6}-[a-z0-9][a-z0-9-]{0,80}\/lesson\.mdx)$/;

/** Whether a file of a course is kept as text, and written in an editor. */
export const isCourseText = (path: string): boolean => texts.test(path);

/** Whether a file with this path in a folder is part of a course: all else that lies there, notes or what programs leave, is
 *  not. */
export function isOfCourse(path: string): boolean {
  const [folder = "", name = "", ...deeper] = path.split("/");
  if (isCourseText(path)) return true;
  const isLessons = /^\d{1,6}-[a-z0-9][a-z0-9-]{0,80}$/.test(folder);
  return isLessons && deeper.length === 0 && !name.startsWith(".") && kindOf(name) !== undefined;
}

/** What is wrong with a file that is to be part of a course; undefined where it may be. */
export function problemIn(
  path: string,
  bytes: Uint8Array,
): Pick<Issue, "message" | "mend"> | undefined {
  if (!isOfCourse(path)) {
    const mend = "A course has course.yaml, glossary.yaml, and 04-name/lesson.mdx with its files.";
    return { message: `${path} is no file of a course`, mend };
  }
  if (!isCourseText(path)) return problemWith(path.split("/")[1] ?? "", bytes);
  const text = textIn(bytes);
  if (text === undefined || text.includes("\0")) {
    const mend = "Save it as UTF-8: your editor’s Save As offers it.";
    return { message: `${path} is no UTF-8 text`, mend };
  }
  if (text.length <= limits.characters) return undefined;
  const message = `${path} is longer than ${limits.characters.toLocaleString("en-GB")} characters`;
  return { message, mend: "Split it into several lessons." };
}

/** A file's text with every character that it has, a byte order mark too, so that the same bytes come of it again; undefined
 *  where it is no UTF-8. */
export function textIn(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
