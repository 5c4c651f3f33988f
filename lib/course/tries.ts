import "server-only";

/** By part, until when (in milliseconds since 1970) its tries are used up at the pace allowed. */
export type Tries = Readonly<Record<string, number>>;

const fiveMinutes = 5 * 60 * 1000;

/** How often one part can be tried with one set of numbers in one go; after that, every five minutes once more. A person
 *  has long looked at the solution by then; a script that tries one value after the other gets nowhere. */
const mostAtOnce = () => Number(process.env.TRIES_PER_PART || 40);

export type Counted =
  | { readonly status: "counted"; readonly tries: Tries }
  | { readonly status: "used-up"; readonly seconds: number };

/** Counts a try at each of these parts, or says how long until there is one left for all of them. */
export function countTries(tries: Tries, parts: readonly string[], now: Date): Counted {
  const time = now.getTime();
  const after = new Map(
    parts.map((part) => [part, Math.max(tries[part] ?? 0, time) + fiveMinutes]),
  );
  const over = Math.max(0, ...after.values()) - (time + mostAtOnce() * fiveMinutes);
  if (over > 0) return { status: "used-up", seconds: Math.ceil(over / 1000) };
  return { status: "counted", tries: { ...tries, ...Object.fromEntries(after) } };
}
