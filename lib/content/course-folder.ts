import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { type CourseFiles, courseFrom } from "./course-file";

/** Reads a course's folder: see courseFrom. */
export async function readCourse(folder: string): Promise<ReturnType<typeof courseFrom>> {
  return courseFrom(path.basename(folder), await readFiles(folder), folder);
}

/** The files of a course's folder, and those of the folders in it. */
export async function readFiles(folder: string): Promise<CourseFiles> {
  const entries = await readdir(folder, { withFileTypes: true });
  const inFolders = entries.map(async (entry) => {
    if (entry.isFile()) return [entry.name];
    if (!entry.isDirectory()) return [];
    const names = await readdir(path.join(folder, entry.name), { withFileTypes: true });
    return names.flatMap((one) => (one.isFile() ? [`${entry.name}/${one.name}`] : []));
  });
  const names = (await Promise.all(inFolders)).flat();
  const read = names.map(async (name) => [name, await readFile(path.join(folder, name))] as const);
  return new Map(await Promise.all(read));
}
