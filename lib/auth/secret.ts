import "server-only";
import { createHmac } from "node:crypto";

/** The server's one secret. `npm start` makes it once and keeps it in its data folder. */
export function serverSecret(): string {
  const value = process.env.NEXTAUTH_SECRET;
  if (!value) throw new Error("NEXTAUTH_SECRET is not set. npm start and npm run dev set it.");
  return value;
}

/** A keyed hash of these words, as hex: nobody without the secret can tell it or make another. The purpose keeps
 *  the uses of the secret apart. */
export function keyedHash(purpose: string, ...words: readonly (string | number)[]): string {
  return createHmac("sha256", serverSecret())
    .update(JSON.stringify([purpose, ...words]))
    .digest("hex");
}
