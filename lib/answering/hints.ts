import "server-only";
import { type Exercise, type Result, sumOf, toPoints } from "@/lib/exercise";
import type { Solution } from "@/lib/exercise/solution/solve";

/** The steps of a worked solution that can be taken as hints: the rules in letters, without their numbers. A rule that has
 *  no letters for some of it is none of them. */
export interface StepHint {
  /** The part it helps with: Markdown with TeX. */
  readonly label: string;
  /** What the step does: Markdown with TeX. */
  readonly says?: string;
  /** TeX. */
  readonly symbols: string;
}

/** The steps in the order in which they are given away. */
export const stepHintsOf = ({ parts }: Solution): StepHint[] =>
  parts.flatMap(({ label, steps }) =>
    steps.flatMap(({ says, symbols, tellsValues }) =>
      tellsValues ? [] : [{ label, symbols, ...(says ? { says } : {}) }],
    ),
  );

/** The share of what is earned from now on that so many hints cost: the author's first, then steps. */
export function costOf({ hints, stepCost }: Exercise, taken: number): number {
  const own = hints.slice(0, taken).reduce((total, { cost }) => total + cost, 0);
  return Math.min(1, own + stepCost * Math.max(0, taken - hints.length));
}

/** A result of which only a share counts, such as what the hints taken leave of it. */
export function cheapened(result: Result, share: number): Result {
  if (result.status === "unreadable" || share === 1) return result;
  const parts = result.parts.map((part) => ({ ...part, earned: toPoints(part.earned * share) }));
  const earned = sumOf(parts.map((part) => part.earned));
  return { ...result, score: { ...result.score, earned }, parts };
}
