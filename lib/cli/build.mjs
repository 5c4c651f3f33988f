import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
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
export function isBuilt() {
  const whole = existsSync(stamp) && existsSync(path.join(root, ".next/BUILD_ID"));
  return whole && readFileSync(stamp, "utf8") === sourceHash();
}

/** Builds the product into .next. */
export async function build() {
  rmSync(stamp, { force: true });
  const hash = sourceHash();
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  await run("next build", process.execPath, ["node_modules/next/dist/bin/next", "build"], { env });
  writeFileSync(stamp, hash);
}
