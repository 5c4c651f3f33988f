import { type Balls, imag, putReal, putUnknown, through, unit } from "./balls";
import type { FunctionName } from "./formula";

/** Works out entry k of `out` from entry i of `a`, error bound and all. */
export type Curve = (a: Balls, i: number, out: Balls, k: number) => void;

/** A curve that only real values have. */
interface RealCurve {
  readonly value: (x: number) => number;
  /** Its slope at x, give or take err; Infinity where it is flat by its nature and hides nothing. */
  readonly slope: (x: number, err: number) => number;
  /** A bound on its slope within err of x. */
  readonly steepest: (x: number, err: number) => number;
  /** Units of the last place that the value may be off, beyond those of exp and sin. */
  readonly rough?: number;
}

const flat = Number.POSITIVE_INFINITY;

const logistic = (x: number) => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)));
const bell = (x: number) => logistic(x) * logistic(-x);
const always1 = () => 1;

/** cosh, sinh and their slopes grow by e^err at the most within err of x. */
const cosh = (x: number, err: number) => Math.cosh(x) * Math.exp(err);

const named = {
  sigmoid: { value: logistic, slope: bell, steepest: (x, err) => bell(x) * Math.exp(err) },
  "sigmoid'": {
    value: bell,
    slope: (x) => bell(x) * Math.abs(Math.tanh(x / 2)),
    steepest: (x, err) => bell(x) * Math.exp(err),
  },
  tanh: {
    value: Math.tanh,
    slope: (x) => 4 * bell(2 * x),
    steepest: (x, err) => Math.min(1, 4 * bell(2 * x) * Math.exp(2 * err)),
  },
  "tanh'": {
    value: (x) => 4 * bell(2 * x),
    slope: (x) => 8 * bell(2 * x) * Math.abs(Math.tanh(x)),
    steepest: (x, err) => Math.min(2, 8 * bell(2 * x) * Math.exp(2 * err)),
  },
  relu: {
    value: (x) => Math.max(0, x),
    slope: (x, err) => (x < -err ? flat : 1),
    steepest: always1,
  },
  abs: { value: Math.abs, slope: always1, steepest: always1 },
  sin: { value: Math.sin, slope: (x) => Math.abs(Math.cos(x)), steepest: always1 },
  cos: { value: Math.cos, slope: (x) => Math.abs(Math.sin(x)), steepest: always1 },
  sinh: { value: Math.sinh, slope: Math.cosh, steepest: cosh },
  cosh: { value: Math.cosh, slope: (x) => Math.abs(Math.sinh(x)), steepest: cosh },
  sech: {
    value: (x) => 1 / Math.cosh(x),
    slope: (x) => Math.abs(Math.tanh(x)) / Math.cosh(x),
    steepest: (x, err) => Math.min(1, Math.exp(err) / Math.cosh(x)),
    rough: 4,
  },
} satisfies Partial<Record<FunctionName, RealCurve>>;

/** Near 0 a curve is all but its tangent, as sin x is x: what shows of the curve itself is less by x². */
const bend = (x: number) => Math.min(1, x * x);

function real({ value, slope, steepest, rough = 0 }: RealCurve): Curve {
  return (a, i, out, k) => {
    const x = a.re[i] as number;
    const err = a.err[i] as number;
    if (imag(a, i) !== 0) return putUnknown(out, k);
    const y = value(x);
    const off = steepest(x, err) * err + (4 + rough) * unit * Math.abs(y);
    putReal(out, k, y, off, through(a.seen[i] as number, slope(x, err) * bend(x)));
  };
}

/** A curve with steps: it is known where x is surely on one side of 0. */
function step(below: number, above: number): Curve {
  return (a, i, out, k) => {
    const x = a.re[i] as number;
    const sure = Math.abs(x) > (a.err[i] as number) && imag(a, i) === 0;
    if (sure) putReal(out, k, x > 0 ? above : below, 0, flat);
    else putUnknown(out, k);
  };
}

/** One curve over another, as tan is sin over cos: poles are where the one below is not surely away from 0. */
function quotient(above: RealCurve | undefined, below: RealCurve): Curve {
  return (a, i, out, k) => {
    const x = a.re[i] as number;
    const err = a.err[i] as number;
    if (imag(a, i) !== 0) return putUnknown(out, k);
    const [u, v] = [above?.value(x) ?? 1, below.value(x)];
    const eu = above ? above.steepest(x, err) * err + 4 * unit * Math.abs(u) : 0;
    const ev = below.steepest(x, err) * err + 4 * unit * Math.abs(v);
    const away = Math.abs(v) - ev;
    if (!(away > 0)) return putUnknown(out, k);
    const y = u / v;
    const off = (eu + Math.abs(y) * ev) / away + 2 * unit * Math.abs(y);
    const slope = slopeOfQuotient(above, below, x, y) * bend(x);
    putReal(out, k, y, off, through(a.seen[i] as number, slope));
  };
}

/** tan and coth are one over a square steep; sec and csch are their own value times what they are over. */
function slopeOfQuotient(
  above: RealCurve | undefined,
  below: RealCurve,
  x: number,
  y: number,
): number {
  const v = below.value(x);
  return above ? 1 / (v * v) : Math.abs((y * below.slope(x, 0)) / v);
}

type RealName = Exclude<FunctionName, "exp" | "ln" | "sqrt">;

export const realCurves: Readonly<Record<RealName, Curve>> = {
  sigmoid: real(named.sigmoid),
  "sigmoid'": real(named["sigmoid'"]),
  tanh: real(named.tanh),
  "tanh'": real(named["tanh'"]),
  relu: real(named.relu),
  "relu'": step(0, 1),
  abs: real(named.abs),
  sign: step(-1, 1),
  sin: real(named.sin),
  cos: real(named.cos),
  tan: quotient(named.sin, named.cos),
  sec: quotient(undefined, named.cos),
  csc: quotient(undefined, named.sin),
  cot: quotient(named.cos, named.sin),
  sinh: real(named.sinh),
  cosh: real(named.cosh),
  sech: real(named.sech),
  csch: quotient(undefined, named.sinh),
  coth: quotient(named.cosh, named.sinh),
};
