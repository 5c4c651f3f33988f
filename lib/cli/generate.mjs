// npm run generate: writes the Prisma client to lib/db/generated when prisma/schema.prisma or Prisma has changed.
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { hashOf, root } from "./files.mjs";
import { run } from "./run.mjs";

const generated = path.join(root, "lib/db/generated");
const stamp = path.join(generated, ".made-from");
const sources = ["prisma/schema.prisma", "prisma.config.ts", "node_modules/prisma/package.json"];

/** True when the client in lib/db/generated was made from the schema as it is. */
export function isGenerated() {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === hashOf(sources);
}

/** Makes the client. Prisma looks for a schema engine although `generate` does not run it, and would download one:
 *  any program in its place will do. */
export async function generate() {
  rmSync(stamp, { force: true });
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
  };
  await run(
    "prisma generate",
    process.execPath,
    ["node_modules/prisma/build/index.js", "generate"],
    { env },
  );
  writeFileSync(stamp, hashOf(sources));
}

if (process.argv[1] === import.meta.filename && !isGenerated()) await generate();
