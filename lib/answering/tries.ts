import "server-only";
import { triesPerPart } from "@/lib/auth/allowed.mjs";

/** By part, until when (in milliseconds since 1970) its tries are used up at the pace allowed. */
export type Tries = Readonly<Record<string, number>>;

/** How long until one more try, where all that are allowed in one go are used up. A person has long looked at the solution
 *  by then; a script that tries one value after the other gets nowhere. */
const fiveMinutes = 5 * 60 * 1000;

export type Counted =
  | { readonly status: "counted"; readonly tries: Tries }
  | { readonly status: "used-up"; readonly seconds: number };

/** Counts a try at each of these parts, or says how long until there is one left for all of them. */
export function countTries(tries: Tries, parts: readonly string[], now: Date): Counted {
  const time = now.getTime();
  const after = new Map(
    parts.map((part) => [part, Math.max(tries[part] ?? 0, time) + fiveMinutes]),
  );
  const over = Math.max(0, ...after.values()) - (time + triesPerPart() * fiveMinutes);
  if (over > 0) return { status: "used-up", seconds: Math.ceil(over / 1000) };
  return { status: "counted", tries: { ...tries, ...Object.fromEntries(after) } };
}
