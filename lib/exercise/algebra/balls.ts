import type { Shape } from "./variables";

/** The points that formulas are evaluated at, all at once. At a point that is marked in `blind`, part of a formula no
 *  longer shows in float64: a term vanished beside a far larger one, a sigmoid was saturated. */
export interface Probe {
  readonly count: number;
  readonly blind: Uint8Array;
}

/** Values at every point with a bound on their error: |value − exact| ≤ err, and Infinity where nothing is known.
 *  Entry c of point n stands at c · count + n. Without `im` all values are real, and so are the exact ones. */
export interface Balls {
  readonly probe: Probe;
  readonly shape: Shape | undefined;
  readonly re: Float64Array;
  readonly err: Float64Array;
  im?: Float64Array;
}

export function balls(probe: Probe, shape: Shape | undefined): Balls {
  const length = entriesOf(shape) * probe.count;
  return { probe, shape, re: new Float64Array(length), err: new Float64Array(length) };
}

export function entriesOf(shape: Shape | undefined): number {
  return shape ? shape[0] * shape[1] : 1;
}

/** Half the distance between neighbouring float64s, relative. */
export const unit = 2 ** -53;

/** What is smaller than this has lost digits to underflow. */
export const smallest = 1e-290;

/** A term this much smaller than its neighbour counts as out of sight. */
export const sight = 1e-9;

export const imag = (a: Balls, i: number): number => (a.im ? (a.im[i] as number) : 0);

export const size = (a: Balls, i: number): number =>
  a.im ? Math.hypot(a.re[i] as number, a.im[i] as number) : Math.abs(a.re[i] as number);

/** Stores a complex value; the first one that is not real makes room for the others. */
export function put(out: Balls, k: number, re: number, im: number, err: number): void {
  out.re[k] = re;
  out.err[k] = err >= 0 && Number.isFinite(re + im) ? err : Number.POSITIVE_INFINITY;
  if (im === 0 && !out.im) return;
  out.im ??= new Float64Array(out.re.length);
  out.im[k] = im;
}

/** Stores a real value. */
export function putReal(out: Balls, k: number, re: number, err: number): void {
  out.re[k] = re;
  out.err[k] = err >= 0 && Number.isFinite(re) ? err : Number.POSITIVE_INFINITY;
}

export function blinded(out: Balls, k: number): void {
  out.probe.blind[k % out.probe.count] = 1;
}
