// `node lib/cli/mend-lock.mjs`: run after `npm install` where the registry at hand is a mirror that lacks some
// platforms' optional packages. npm then leaves those out of package-lock.json, and `npm ci` refuses the lock
// everywhere. This writes the missing entries back; npm fetches and checks them only on the platforms they are for.
import { readFileSync, writeFileSync } from "node:fs";

const PLATFORM = /-(android|darwin|freebsd|linux|win32)-([a-z0-9]+)(?:-(\w+))?$/;

/** What `name` says of where it runs: the os, cpu and libc fields of its lock entry. */
function platformOf(name) {
  if (name.endsWith("-wasm32-wasi")) return { cpu: ["wasm32"] };
  const [, os, cpu, abi] = PLATFORM.exec(name) ?? [];
  if (!os) throw new Error(`Cannot tell from its name which platform ${name} is for.`);
  const libc =
    abi === "musl" ? ["musl"] : abi?.startsWith("gnu") && cpu !== "arm" ? ["glibc"] : undefined;
  return { cpu: [cpu], ...(libc && { libc }), os: [os] };
}

/** The entries that `lock` lacks: optional dependencies on an exact version that no folder of it holds. */
export function missingPlatforms(lock) {
  const missing = {};
  for (const [folder, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const held =
        `node_modules/${name}` in lock.packages ||
        `${folder}/node_modules/${name}` in lock.packages;
      if (held || !/^\d/.test(version)) continue;
      const dev = entry.dev && { dev: true };
      missing[`node_modules/${name}`] = { version, ...platformOf(name), ...dev, optional: true };
    }
  }
  return missing;
}

if (process.argv[1] === import.meta.filename) {
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const missing = missingPlatforms(lock);
  const entries = Object.entries({ ...lock.packages, ...missing });
  lock.packages = Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b, "en")));
  writeFileSync("package-lock.json", `${JSON.stringify(lock, null, 2)}\n`);
  process.stdout.write(`Added ${Object.keys(missing).length} entries to package-lock.json.\n`);
}
