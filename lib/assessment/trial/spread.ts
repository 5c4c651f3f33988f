import { type Quartiles, quartiles } from "@/lib/cohort/statistics/quartiles";

/** How numbers lie: the least, the quartiles and the greatest. */
export interface Spread extends Quartiles {
  readonly min: number;
  readonly max: number;
}

/** The spread of numbers; null of none. */
export function spreadOf(numbers: readonly number[]): Spread | null {
  const middle = quartiles(numbers);
  return middle ? { ...middle, min: Math.min(...numbers), max: Math.max(...numbers) } : null;
}
