import { mkdir, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { writeBackup } from "./write-backup";

/** How many of the backups made by themselves stay. */
const KEPT = 5;

/** Writes a backup to `folder`, named by the time and by what is about to happen, keeps the newest few of those there,
 *  and gives its file. */
export async function keepBackup(url: string, folder: string, before: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const time = new Date().toISOString().replace(/\.\d+/, "").replaceAll(":", "");
  const file = path.join(folder, `${time}-before-${before}.backup.gz`);
  await writeBackup(url, file);
  const made = (await readdir(folder)).filter((name) => /-before-.*\.backup\.gz$/.test(name));
  for (const old of made.sort().slice(0, -KEPT)) await rm(path.join(folder, old));
  return file;
}
