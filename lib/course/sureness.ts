/** How sure a learner is of a skill, in a word. */
export type SurenessLevel = "untried" | "shaky" | "getting-there" | "sure";

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
export const sureFrom = 0.75;
export const shakyBelow = 0.5;

export const levelWords: Readonly<Record<SurenessLevel, string>> = {
  untried: "not tried",
  shaky: "shaky",
  "getting-there": "getting there",
  sure: "sure",
};

/** How sure a learner is of a skill, by the scores of its exercises; null is one not answered.
 *
 *  An answered exercise counts half by its first try, which shows what was known, and half by its best, which shows
 *  what was learned. Their mean counts in full once five exercises are answered, or all where there are fewer, and in
 *  proportion before. It is not out of all exercises, so that a lesson more in the course makes nobody less sure.
 *  One is sure from 75 % on, and shaky where what was answered comes to less than half, however little that is. */
export function surenessOf(
  scores: readonly ({ readonly best: number; readonly first: number } | null)[],
): Sureness {
  const shown = scores.flatMap((score) => (score ? [(score.first + score.best) / 2] : []));
  const [tried, of] = [shown.length, scores.length];
  if (tried === 0) return { share: 0, level: "untried", tried, of };
  const mean = shown.reduce((sum, share) => sum + share, 0) / tried;
  const share = mean * Math.min(1, tried / Math.min(of, enough));
  return { share, level: levelOf(share, mean), tried, of };
}

function levelOf(share: number, mean: number): SurenessLevel {
  if (mean < shakyBelow) return "shaky";
  return share >= sureFrom ? "sure" : "getting-there";
}
