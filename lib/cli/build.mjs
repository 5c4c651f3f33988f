import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { hashOf, root } from "./files.mjs";
import { run } from "./run.mjs";

const stamp = path.join(root, ".next/made-from");
const sources = [
  "app",
  "lib",
  "public",
  "prisma/schema.prisma",
  "proxy.ts",
  "instrumentation.ts",
  "next.config.js",
  "postcss.config.mjs",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];

const sourceHash = () => hashOf(sources, ["lib/cli", "lib/db/generated"]);

/** True when .next holds a whole build of the sources as they are. */
export const isBuilt = () => builtFrom() !== undefined;

/** What names the sources that .next is a whole build of; undefined where those are not the sources as they are. */
export function builtFrom() {
  const whole = existsSync(stamp) && existsSync(path.join(root, ".next/BUILD_ID"));
  const hash = whole ? readFileSync(stamp, "utf8") : undefined;
  return hash === sourceHash() ? hash : undefined;
}

/** Builds the product into .next. */
export async function build() {
  rmSync(stamp, { force: true });
  const hash = sourceHash();
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  await run("next build", process.execPath, ["node_modules/next/dist/bin/next", "build"], { env });
  compressStatic(path.join(root, ".next/static"));
  writeFileSync(stamp, hash);
}

/** Lays a brotli and a gzip of each script and style beside it, smaller than what a server has time to make. */
function compressStatic(folder) {
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!/\.(js|css|svg|json)$/.test(name)) continue;
    const file = path.join(folder, name);
    const content = readFileSync(file);
    writeFileSync(`${file}.br`, brotliCompressSync(content));
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  }
}
