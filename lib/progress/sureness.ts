import { percent } from "@/lib/ui/percent";

/** How sure a learner is of a skill, in a word. */
export type SurenessLevel = "untried" | "needs-work" | "getting-there" | "sure";

export interface Sureness {
  /** From 0 to 1. */
  readonly share: number;
  readonly level: SurenessLevel;
  /** How many of its exercises were answered, of how many there are. */
  readonly tried: number;
  readonly of: number;
}

/** So many exercises show a skill; one with fewer is shown by all it has. */
export const enough = 5;
export const gettingThereFrom = 0.5;
export const sureFrom = 0.75;

export const levelWords: Readonly<Record<SurenessLevel, string>> = {
  untried: "not tried",
  "needs-work": "needs work",
  "getting-there": "getting there",
  sure: "sure",
};

/** "getting there, 60 %". */
export const standing = ({ level, share }: Pick<Sureness, "level" | "share">): string =>
  level === "untried" ? levelWords[level] : `${levelWords[level]}, ${percent(share)}`;

/** How sure a learner is of a skill, by the scores of its exercises; null is one not answered.
 *
 *  An answered exercise counts half by its first try, which shows what was known, and half by its best, which shows
 *  what was learned. Their mean counts in full once five exercises are answered, or all where there are fewer, and in
 *  proportion before. It is not out of all exercises, so that a lesson more in the course makes nobody less sure.
 *  The share alone says the word that stands beside it: more percent never read worse. */
export function surenessOf(
  scores: readonly ({ readonly best: number; readonly first: number } | null)[],
): Sureness {
  const shown = scores.flatMap((score) => (score ? [(score.first + score.best) / 2] : []));
  const sum = shown.reduce((total, share) => total + share, 0);
  return surenessFrom({ sum, tried: shown.length, of: scores.length });
}

/** The same from what the answered exercises add up to, each half by its first try and half by its best. */
export function surenessFrom({
  sum,
  tried,
  of,
}: {
  sum: number;
  tried: number;
  of: number;
}): Sureness {
  if (tried === 0) return { share: 0, level: "untried", tried, of };
  const share = (sum / tried) * Math.min(1, tried / Math.min(of, enough));
  return { share, level: levelOf(share), tried, of };
}

function levelOf(share: number): SurenessLevel {
  if (share >= sureFrom) return "sure";
  return share >= gettingThereFrom ? "getting-there" : "needs-work";
}
