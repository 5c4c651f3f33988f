import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** The folder of package.json. */
export const root = path.resolve(import.meta.dirname, "../..");

/** Where everything is kept that outlives a run: DATA_DIR, or .data. */
export const dataFolder = () => path.resolve(root, process.env.DATA_DIR || ".data");

/** One hash of the names and contents of these files and of all files in these folders; what is not there counts as
 *  empty. `skip` leaves out paths that begin so. */
export function hashOf(paths, skip = []) {
  const hash = createHash("sha256");
  for (const file of paths.flatMap((name) => filesIn(name, skip))) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesIn(name, skip) {
  const full = path.join(root, name);
  if (skip.some((start) => name.startsWith(start)) || !existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [name];
  return readdirSync(full)
    .sort()
    .flatMap((entry) => filesIn(`${name}/${entry}`, skip));
}
