/** Numbers that hang on one other: undefined where they have no value with it. */
export type NumbersOf = (at: number) => ArrayLike<number> | undefined;

/** What first order leaves out where numbers are rounded to two figures or more: the squares of their errors. */
const ofHigherOrder = 1.02;

/** How far numbers move when the one that they hang on moves from `at` by up to `half`, to first order and as they are at
 *  `at`, on this side of every kink (a ReLU, a comparison, a rounding). `base` is what they are there. */
export function effectOf(
  base: readonly number[],
  { at, half, numbersOf }: { at: number; half: number; numbersOf: NumbersOf },
): number[] {
  // Below what is rounded away, and far above what float64 leaves of a difference.
  const step = Math.max(half / 1000, Math.abs(at) * 1e-9);
  const up = numbersOf(at + step);
  if (up && base.every((v, i) => up[i] === v)) return base.map(() => 0);
  const down = numbersOf(at - step);
  return base.map((v, i) => {
    const above = Math.abs((up?.[i] ?? Number.NaN) - v);
    const below = Math.abs(v - (down?.[i] ?? Number.NaN));
    return ((ofHigherOrder * half) / step) * slope(above, below, Math.abs(v));
  });
}

/** The moves to both sides agree but where a kink lies between: then the smaller is that of the smooth side. */
function slope(above: number, below: number, size: number): number {
  const [known] = [above, below].filter(Number.isFinite);
  if (!Number.isFinite(above) || !Number.isFinite(below)) return known ?? 0;
  const smooth = Math.abs(above - below) <= 0.01 * (above + below) + 64 * Number.EPSILON * size;
  return smooth ? (above + below) / 2 : Math.min(above, below);
}

/** The same numbers, each with what another source moves it by. */
export const added = (a: readonly number[], b: readonly number[]) =>
  a.map((v, i) => v + (b[i] ?? 0));
