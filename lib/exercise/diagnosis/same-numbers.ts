import type { Part } from "@/lib/exercise/exercise";
import { kinds } from "@/lib/exercise/kinds";
import { isTensor } from "@/lib/exercise/value";

/** Whether two keys' numbers differ by no more than float64 makes of one calculation done in two ways. */
export function sameNumbers(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  let most = Number.MIN_VALUE;
  for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs(a[i]!));
  for (let i = 0; i < a.length; i++) {
    if (!(Math.abs(a[i]! - b[i]!) <= 1e-10 * most)) return false;
  }
  return a.length === b.length;
}

/** Whether two keys of a part are the same: as many rows, and the same numbers. */
export function sameKey(part: Pick<Part, "kind">, a: unknown, b: unknown): boolean {
  const { numbers } = kinds[part.kind];
  return !numbers || (rowsOf(part, a) === rowsOf(part, b) && sameNumbers(numbers(a), numbers(b)));
}

/** How many rows a key's numbers stand in. */
function rowsOf({ kind }: Pick<Part, "kind">, key: unknown): number {
  const whole = kinds[kind].value(key);
  return isTensor(whole) ? whole.rows : 1;
}
