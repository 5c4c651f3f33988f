import "server-only";
import type { Exercise } from "@/lib/exercise";
import type { Solution } from "@/lib/exercise/solution/solve";

/** The steps of a worked solution that can be taken as hints: the rules in letters, without their numbers. */
export interface StepHint {
  /** The part it helps with: Markdown with TeX. */
  readonly label: string;
  /** TeX. */
  readonly symbols: string;
}

/** The steps in the order in which they are given away. */
export const stepHintsOf = ({ parts }: Solution): StepHint[] =>
  parts.flatMap(({ label, steps }) => steps.map(({ symbols }) => ({ label, symbols })));

/** The share of what is earned from now on that so many hints cost: the author's first, then steps. */
export function costOf({ hints, stepCost }: Exercise, taken: number): number {
  const own = hints.slice(0, taken).reduce((total, { cost }) => total + cost, 0);
  return Math.min(1, own + stepCost * Math.max(0, taken - hints.length));
}
