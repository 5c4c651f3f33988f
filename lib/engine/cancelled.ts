/** Terms of a sum carry a few units of rounding each: what is left of their size below this is no number. */
const noise = 8 * Number.EPSILON;

/** A sum whose terms are this large all in all, taken without their signs; 0 where they cancel but for what float64
 *  leaves, as in 0.1 + 0.2 − 0.3. */
export function unlessCancelled(total: number, size: number): number {
  return Number.isFinite(total) && Math.abs(total) <= noise * size ? 0 : total;
}

/** a + b, or exactly 0 where they cancel. */
export function plus(a: number, b: number): number {
  return unlessCancelled(a + b, Math.abs(a) + Math.abs(b));
}

/** a − b, or exactly 0 where they cancel. */
export function minus(a: number, b: number): number {
  return unlessCancelled(a - b, Math.abs(a) + Math.abs(b));
}

/** Puts 0 in the place of every sum that cancels. `most` is no less than the size of any of them, so that `sizeOf` is
 *  asked for few. */
export function clearCancelled<T>(
  sums: Float64Array,
  most: number,
  sizeOf: (of: T, at: number) => number,
  of: T,
): void {
  for (let at = 0; at < sums.length; at++) {
    const total = sums[at]!;
    if (total !== 0 && Math.abs(total) <= noise * most) {
      sums[at] = unlessCancelled(total, sizeOf(of, at));
    }
  }
}

/** The largest entry without its sign; 0 of none. */
export function largestOf(data: Float64Array): number {
  let most = 0;
  for (let i = 0; i < data.length; i++) {
    const size = Math.abs(data[i]!);
    if (size > most) most = size;
  }
  return most;
}
