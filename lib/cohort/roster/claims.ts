import type { Sign } from "./header-words";
import type { Look } from "./looks";
import type { Meaning, Recognised } from "./roster";

export interface Claim {
  meaning: Meaning;
  by: Recognised;
  certain: boolean;
}

/** The columns of a roster while it's decided what they are: what their headings say, what their cells look like, and what
 *  is decided. */
export interface Claims {
  signs: (Sign | null)[];
  looks: Look[];
  /** Whether one heading at least is in words that we know. */
  knowsHeadings: boolean;
  decided: Map<number, Claim>;
}

/** The columns that are still open and are like this, in order. */
export const openColumns = (
  { signs, looks, decided }: Claims,
  is: (sign: Sign | null, look: Look) => boolean,
): number[] =>
  signs.flatMap((sign, index) => (!decided.has(index) && is(sign, looks[index]!) ? [index] : []));

export const isTaken = ({ decided }: Claims, meaning: Meaning): boolean =>
  [...decided.values()].some((claim) => claim.meaning === meaning);

/** Gives a meaning to the first of these columns. Where there are more, none is certain, and the others are ignored unless
 *  somebody says otherwise. */
export function claim(
  { decided }: Claims,
  [first, ...others]: number[],
  meaning: Meaning,
  by: Recognised,
  isCertain = true,
): void {
  if (first === undefined) return;
  const certain = isCertain && others.length === 0;
  decided.set(first, { meaning, by, certain });
  for (const other of others) decided.set(other, { meaning: "ignored", by: "nothing", certain });
}
