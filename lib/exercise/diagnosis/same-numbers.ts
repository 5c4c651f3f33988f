import type { Part } from "@/lib/exercise/exercise";
import { kinds } from "@/lib/exercise/kinds";
import { isTensor } from "@/lib/exercise/value";

/** Whether two keys' numbers differ by no more than float64 makes of one calculation done in two ways. */
export function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  const largest = Math.max(...a.map(Math.abs), Number.MIN_VALUE);
  return a.length === b.length && a.every((v, i) => Math.abs(v - b[i]!) <= 1e-10 * largest);
}

/** Whether two keys of a part are the same: as many rows, and the same numbers. */
export function sameKey({ kind }: Pick<Part, "kind">, a: unknown, b: unknown): boolean {
  const { numbers, value } = kinds[kind];
  const rows = (key: unknown) => {
    const whole = value(key);
    return isTensor(whole) ? whole.rows : 1;
  };
  return !numbers || (rows(a) === rows(b) && sameNumbers(numbers(a), numbers(b)));
}
