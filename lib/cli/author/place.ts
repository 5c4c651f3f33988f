import { existsSync } from "node:fs";
import path from "node:path";

/** A path as it was typed: npm runs scripts in the checkout's own folder, and says where it was called from. */
export function typedPath(text: string): string {
  const from = path.resolve(process.env.INIT_CWD ?? "", text);
  return existsSync(from) ? from : path.resolve(text);
}

/** A path as it is told: within the checkout from its own folder, else in full. */
export function toldPath(file: string): string {
  const within = path.relative(process.cwd(), file);
  return within.startsWith("..") || path.isAbsolute(within) ? path.resolve(file) : within;
}
