import { existsSync } from "node:fs";
import path from "node:path";

/** A path as it was typed: npm runs scripts in the checkout's own folder, and says where it was called from. */
export function typedPath(text: string): string {
  const from = path.resolve(process.env.INIT_CWD ?? "", text);
  return existsSync(from) ? from : path.resolve(text);
}

/** A path as it is told: from where the command was typed. */
export const toldPath = (file: string): string => path.relative(process.cwd(), file) || file;
