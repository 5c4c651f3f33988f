import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./files.mjs";
import { npm } from "./run.mjs";

/** True when every package that `lock` says is in `installed` (npm's own record of what it put there) at that
 *  version. Optional ones are for other machines; those for tests count only if `tests`. */
export function isInstalled(lock, installed, { tests }) {
  return Object.entries(lock.packages).every(([folder, wanted]) => {
    const needed =
      folder !== "" && !wanted.optional && !wanted.devOptional && (tests || !wanted.dev);
    return !needed || installed.packages[folder]?.version === wanted.version;
  });
}

/** True when node_modules is what package-lock.json says. npm writes its record last, so that an install that was
 *  broken off does not count. */
export function packagesInstalled(options) {
  try {
    return isInstalled(
      readLock("package-lock.json"),
      readLock("node_modules/.package-lock.json"),
      options,
    );
  } catch (error) {
    if (error.code === "ENOENT" && error.path.includes("node_modules")) return false;
    throw error;
  }
}

const readLock = (file) => JSON.parse(readFileSync(path.join(root, file), "utf8"));

/** Installs what the lock file says. No package of ours needs a program that is downloaded while installing. */
export async function installPackages({ tests }) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;
  process.env.PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD ??= "1";
  await npm(["ci", "--no-audit", "--no-fund", ...(tests ? ["--include=dev"] : [])]);
}
