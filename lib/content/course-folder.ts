import { open, readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { Issue } from "@/lib/exercise";
import { type CourseFile, type CourseFiles, courseFrom } from "./course-file";
import { fileLimits } from "./file-limits";

/** Reads a course's folder, see courseFrom; with a course come its files. */
export async function readCourse(
  folder: string,
): Promise<{ course: CourseFile; files: CourseFiles } | { issues: Issue[] }> {
  const files = await readFiles(folder);
  const read = courseFrom(path.basename(folder), files, folder);
  return "course" in read ? { ...read, files } : read;
}

/** A file's bytes; of one that is larger than any may be, so many that this shows. */
async function readStart(file: string): Promise<Uint8Array> {
  if ((await stat(file)).size <= fileLimits.file) return readFile(file);
  const opened = await open(file);
  try {
    const { buffer } = await opened.read(Buffer.alloc(fileLimits.file + 1));
    return buffer;
  } finally {
    await opened.close();
  }
}

/** The files of a course's folder, and those of the folders in it. */
export async function readFiles(folder: string): Promise<CourseFiles> {
  const entries = await readdir(folder, { withFileTypes: true });
  const inFolders = entries.map(async (entry) => {
    if (entry.isFile()) return [entry.name];
    if (!entry.isDirectory()) return [];
    // Hidden folders are of programs, such as git.
    if (entry.name.startsWith(".")) return [];
    const names = await readdir(path.join(folder, entry.name), { withFileTypes: true });
    return names.flatMap((one) => (one.isFile() ? [`${entry.name}/${one.name}`] : []));
  });
  const names = (await Promise.all(inFolders)).flat();
  const read = names.map(async (name) => [name, await readStart(path.join(folder, name))] as const);
  return new Map(await Promise.all(read));
}
