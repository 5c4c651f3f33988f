import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { type CourseCopy, copyFile, copyText, readCopyText } from "@/lib/authoring/sync/copy-form";
import { type CourseFiles, isOfCourse, readFiles } from "@/lib/content";

/** What is appended to the name of a file's other side. */
export const theirs = ".theirs";

/** What a folder remembers; null where it was never pulled into. Throws a sentence where that cannot be read. */
export async function readCopy(folder: string): Promise<CourseCopy | null> {
  const text = await readFile(path.join(folder, copyFile), "utf8").catch(() => null);
  const copy = text === null ? null : readCopyText(text);
  if (copy || text === null) return copy;
  const file = path.join(folder, copyFile);
  throw new Error(`${file} can’t be read. Delete it: what differs is then told as a conflict.`);
}

export async function keepCopy(folder: string, copy: CourseCopy): Promise<void> {
  await writeFile(path.join(folder, copyFile), copyText(copy));
}

/** The files of a folder that are a course's; none where there is no such folder. */
export async function courseFilesIn(folder: string): Promise<CourseFiles> {
  const files = await readFiles(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return new Map<string, Uint8Array>();
    throw error;
  });
  return new Map([...files].filter(([file]) => isOfCourse(file)));
}

/** Writes a course's file, or takes it away where it is null. Throws where it would be no course's: what a server says is not
 *  believed. */
export async function writeCourseFile(
  folder: string,
  file: string,
  bytes: Uint8Array | null,
): Promise<void> {
  const plain = file.endsWith(theirs) ? file.slice(0, -theirs.length) : file;
  if (!isOfCourse(plain)) throw new Error(`the server names ${file}, which is no file of a course`);
  const at = path.join(folder, file);
  if (!bytes) return rm(at, { force: true });
  await mkdir(path.dirname(at), { recursive: true });
  await writeFile(at, bytes);
}
