import type { Formula } from "./formula";
import { toPlain } from "./to-plain";

/** Why a formula cannot be read, for the person who typed it. It does not leave this folder. */
export class ReadError extends Error {}

/** Asks which of two readings is meant. */
export function eitherWay(first: Formula, second: Formula): ReadError {
  return new ReadError(
    `Did you mean ${toPlain(first)} or ${toPlain(second)}? Write it with these brackets.`,
  );
}
