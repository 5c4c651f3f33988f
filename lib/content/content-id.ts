import { createHash } from "node:crypto";

/** The id of a file's content: SHA-256 of its bytes, in hexadecimal digits. */
export const contentIdOf = (bytes: Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex");
