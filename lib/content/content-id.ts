import { createHash } from "node:crypto";

/** Ids of bytes that were read by them. */
const known = new WeakMap<Uint8Array, string>();

/** The id of a file's content: SHA-256 of its bytes, in hexadecimal digits. */
export const contentIdOf = (bytes: Uint8Array): string =>
  known.get(bytes) ?? createHash("sha256").update(bytes).digest("hex");

/** Notes the id by which these bytes were read, so that it isn't worked out again: nothing may change them from here on. */
export function rememberContentId(bytes: Uint8Array, id: string): void {
  known.set(bytes, id);
}
