import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { hashOf, root } from "./files.mjs";

const folder = path.join(root, "node_modules/.cache/author");
const sources = ["lib", "package-lock.json", "tsconfig.json"];

/** The author's program as plain JavaScript, with all that it needs: compiled when its sources have changed since, so that an
 *  author's wait is for their lessons alone. */
export async function compiledAuthor() {
  const made = path.join(folder, hashOf(sources, ["lib/db/generated"]).slice(0, 16));
  if (!existsSync(made)) await compile(made);
  return path.join(made, "author.mjs");
}

/** Compiles aside, so that who runs it meanwhile finds all of it or nothing. */
async function compile(made) {
  const aside = `${made}.${process.pid}`;
  await build({
    absWorkingDir: root,
    entryPoints: { author: "lib/cli/author.ts", "check-worker": "lib/cli/author/check-worker.ts" },
    outdir: aside,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    conditions: ["react-server"],
    // Packages that are no modules ask for Node's own by `require`.
    banner: {
      js: 'import { createRequire as requireFor } from "node:module";const require = requireFor(import.meta.url);',
    },
    logLevel: "error",
  });
  putInPlace(aside, made);
}

/** Another who compiles the same sources may have been quicker; what older ones came to is of no use any more. */
function putInPlace(aside, made) {
  if (existsSync(made)) return rmSync(aside, { recursive: true });
  for (const old of readdirSync(folder).filter((name) => !name.includes("."))) {
    rmSync(path.join(folder, old), { recursive: true, force: true });
  }
  renameSync(aside, made);
}
