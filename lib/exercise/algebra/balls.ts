import type { Shape } from "./variables";

/** The points that formulas are evaluated at, all at once. At a point that is marked in `unreal`, a logarithm or a
 *  root of a negative number was on the way. */
export interface Probe {
  readonly count: number;
  readonly unreal: Uint8Array;
}

export function probeOf(count: number): Probe {
  return { count, unreal: new Uint8Array(count) };
}

/** Values at every point with a bound on their error: |value − exact| ≤ err, and Infinity where nothing is known.
 *  `seen` is what the smallest slip in any name or number below would change in the value, to first order: where err
 *  comes near it, the value tells nothing about that name. It is Infinity where there is nothing to see, as in 0.
 *  Entry c of point n stands at c · count + n. Without `im` all values are real, and so are the exact ones. */
export interface Balls {
  readonly probe: Probe;
  readonly shape: Shape | undefined;
  readonly re: Float64Array;
  readonly err: Float64Array;
  readonly seen: Float64Array;
  im?: Float64Array;
}

export function balls(probe: Probe, shape: Shape | undefined): Balls {
  const length = entriesOf(shape) * probe.count;
  return {
    probe,
    shape,
    re: new Float64Array(length),
    err: new Float64Array(length),
    seen: new Float64Array(length),
  };
}

export function entriesOf(shape: Shape | undefined): number {
  return shape ? shape[0] * shape[1] : 1;
}

/** Half the distance between neighbouring float64s, relative. */
export const unit = 2 ** -53;

/** What is smaller than this has lost digits to underflow. */
export const smallest = 1e-290;

/** Values must be known to these digits to be compared. */
export const sight = 1e-9;

/** A slip of the pen changes a name's or a number's value by no less than this, relative. */
export const slip = 1e-3;

export const imag = (a: Balls, i: number): number => (a.im ? (a.im[i] as number) : 0);

export const size = (a: Balls, i: number): number =>
  a.im ? Math.hypot(a.re[i] as number, a.im[i] as number) : Math.abs(a.re[i] as number);

export const isZero = (a: Balls, i: number): boolean =>
  a.re[i] === 0 && a.err[i] === 0 && imag(a, i) === 0;

/** Whether an entry is real, and its exact value too. */
export const isReal = (a: Balls, i: number): boolean => !a.im || !a.probe.unreal[i % a.probe.count];

/** What is still seen of a slip behind a curve of this slope; a slope of Infinity says that the curve is flat by its
 *  nature, as relu is below 0. */
export function through(seen: number, slope: number): number {
  const hidesNothing = seen === Number.POSITIVE_INFINITY || slope === Number.POSITIVE_INFINITY;
  return hidesNothing ? Number.POSITIVE_INFINITY : seen * slope;
}

/** Stores a complex value; the first one that is not real makes room for the others. */
export function put(
  out: Balls,
  k: number,
  re: number,
  im: number,
  err: number,
  seen: number,
): void {
  out.re[k] = re;
  out.err[k] = err >= 0 && Number.isFinite(re + im) ? err : Number.POSITIVE_INFINITY;
  out.seen[k] = seen;
  if (im === 0 && !out.im) return;
  out.im ??= new Float64Array(out.re.length);
  out.im[k] = im;
}

/** Stores a real value. */
export function putReal(out: Balls, k: number, re: number, err: number, seen: number): void {
  out.re[k] = re;
  out.err[k] = err >= 0 && Number.isFinite(re) ? err : Number.POSITIVE_INFINITY;
  out.seen[k] = seen;
}

/** Stores that nothing is known. */
export function putUnknown(out: Balls, k: number): void {
  putReal(out, k, 0, Number.POSITIVE_INFINITY, 0);
}

/** Marks the point where the real numbers were left. */
export function leavesReals(out: Balls, k: number): void {
  out.probe.unreal[k % out.probe.count] = 1;
}
