/** Whether two keys' numbers differ by no more than float64 makes of one calculation done in two ways. */
export function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  const largest = Math.max(...a.map(Math.abs), Number.MIN_VALUE);
  return a.length === b.length && a.every((v, i) => Math.abs(v - b[i]!) <= 1e-10 * largest);
}
