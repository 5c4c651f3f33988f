import type { Part } from "@/lib/exercise/exercise";
import { kinds } from "@/lib/exercise/kinds";
import type { Variant } from "@/lib/exercise/variant";

/** How the answers to a part lie over its variants; all cells of a matrix together. */
export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
  /** How many numbers lie in each of as many equal steps from min to max. */
  readonly counts: readonly number[];
  /** How many different answers there are, as they are typed. */
  readonly different: number;
}

const steps = 12;

/** The spread of a part's answers; undefined where they are no numbers. */
export function spreadOf({ name, kind }: Part, variants: readonly Variant[]): Spread | undefined {
  const { numbers, keyAsResponse } = kinds[kind];
  if (!numbers) return undefined;
  const answers = variants.map(({ parts }) => parts[name]);
  const values = answers.flatMap((answer) => [...numbers(answer?.key)]).sort((a, b) => a - b);
  if (values.length === 0) return undefined;
  const min = values[0] ?? 0;
  const max = values.at(-1) ?? 0;
  const counts = Array.from({ length: steps }, () => 0);
  for (const value of values) {
    const step = max > min ? Math.floor(((value - min) / (max - min)) * steps) : 0;
    counts[Math.min(step, steps - 1)]! += 1;
  }
  const typed = answers.map((answer) => keyAsResponse(answer?.key, answer?.view));
  return { min, median: medianOf(values), max, counts, different: new Set(typed).size };
}

/** The middle of numbers in order; 0 of none. */
export function medianOf(sorted: readonly number[]): number {
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}
