import { existsSync } from "node:fs";
import path from "node:path";
import { root } from "./files.mjs";

/** The environment, with what the file .env adds to it. */
export function loadEnvironment() {
  const file = path.join(root, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  return process.env;
}
