import { type Balls, blinded, imag, put, putReal, sight, size, smallest, unit } from "./balls";
import type { FunctionName } from "./formula";

/** Works out entry k of `out` from entry i of `a`, error bound and all. */
type Curve = (a: Balls, i: number, out: Balls, k: number) => void;

/** V8's exp, log and the like are within one unit of the last place; this leaves room for others. */
const slack = 4 * unit;

const unknown = Number.POSITIVE_INFINITY;

const exp: Curve = (a, i, out, k) => {
  const r = Math.exp(a.re[i] as number);
  if (r < smallest) blinded(out, k);
  const err = r * (Math.expm1(a.err[i] as number) + slack) + smallest;
  const angle = imag(a, i);
  if (angle === 0) put(out, k, r, 0, err);
  else put(out, k, r * Math.cos(angle), r * Math.sin(angle), err + 4 * slack * r);
};

const ln: Curve = (a, i, out, k) => {
  const x = a.re[i] as number;
  const err = a.err[i] as number;
  const away = size(a, i);
  const re = Math.log(away);
  const passed = -Math.log1p(-err / away);
  if (!(err < away) || acrossCut(a, i)) put(out, k, 0, 0, unknown);
  else if (!a.im && x > 0) putReal(out, k, re, passed + slack * (1 + Math.abs(re)));
  else put(out, k, re, Math.atan2(imag(a, i), x), 2 * passed + slack * (4 + Math.abs(re)));
};

const sqrt: Curve = (a, i, out, k) => {
  const x = a.re[i] as number;
  const err = a.err[i] as number;
  const away = size(a, i);
  const root = Math.sqrt(away);
  const passed = err / root + slack * root;
  if (err === 0 && away === 0) putReal(out, k, 0, 0);
  else if (!(err < away / 2) || acrossCut(a, i)) put(out, k, 0, 0, unknown);
  else if (!a.im && x > 0) putReal(out, k, root, passed);
  else {
    const half = a.im ? Math.atan2(imag(a, i), x) / 2 : Math.PI / 2;
    const re = a.im ? root * Math.cos(half) : 0;
    put(out, k, re, root * Math.sin(half), 2 * passed + 4 * slack * root);
  }
};

/** ln and sqrt take their principal branch. A ball that came from complex values and meets the negative axis could
 *  lie on either side of it; real values lie on it, whatever their error. */
export function acrossCut(a: Balls, i: number): boolean {
  return (
    a.im !== undefined && (a.re[i] as number) < 0 && Math.abs(imag(a, i)) <= (a.err[i] as number)
  );
}

/** A curve that only real values have; `slope` bounds its derivative over the error's reach. */
function real(value: (x: number) => number, slope: (x: number, err: number) => number): Curve {
  return (a, i, out, k) => {
    const x = a.re[i] as number;
    const err = a.err[i] as number;
    const y = value(x);
    if (imag(a, i) === 0) putReal(out, k, y, slope(x, err) * err + slack * Math.abs(y));
    else put(out, k, 0, 0, unknown);
  };
}

const logistic = (x: number) => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)));
const logisticSlope = (x: number) => logistic(x) * logistic(-x);
// Within err of x the slope grows by e^err at the most.
const logisticReach = (x: number, err: number) => logisticSlope(x) * Math.exp(err);

const complexSigmoid: Curve = (a, i, out, k) => {
  const power = Math.exp(-(a.re[i] as number));
  const below = 1 + power * Math.cos(imag(a, i));
  const beside = -power * Math.sin(imag(a, i));
  const away = Math.hypot(below, beside);
  const grown = power * (Math.expm1(a.err[i] as number) + 8 * slack) + slack;
  const err = grown / (away * (away - grown)) + (4 * slack) / away;
  if (grown < away) put(out, k, below / away / away, -beside / away / away, err);
  else put(out, k, 0, 0, unknown);
};

const realSigmoid = real(logistic, logisticReach);

const sigmoid: Curve = (a, i, out, k) => {
  if (Math.abs(a.re[i] as number) > -Math.log(sight)) blindWhenFlat(a, i, out, k);
  if (imag(a, i) !== 0) complexSigmoid(a, i, out, k);
  else realSigmoid(a, i, out, k);
};

/** Where a sigmoid is 1 in all digits, its argument no longer shows. Where it is near 0, it does. */
function blindWhenFlat(a: Balls, i: number, out: Balls, k: number): void {
  if ((a.re[i] as number) > 0 || (a.re[i] as number) < -600) blinded(out, k);
}

const tanhReach = (x: number, err: number) =>
  Math.min(1, 4 * logisticSlope(2 * x) * Math.exp(2 * err));

const realTanh = real(Math.tanh, tanhReach);

const tanh: Curve = (a, i, out, k) => {
  if (Math.abs(a.re[i] as number) > -Math.log(sight) / 2) blinded(out, k);
  realTanh(a, i, out, k);
};

const step: Curve = (a, i, out, k) => {
  const x = a.re[i] as number;
  const sure = Math.abs(x) > (a.err[i] as number) && imag(a, i) === 0;
  putReal(out, k, x > 0 ? 1 : 0, sure ? 0 : unknown);
};

/** The functions that formulas may call. tanh, relu and their slopes are known for real values alone. */
export const curves: Readonly<Record<FunctionName, Curve>> = {
  exp,
  ln,
  sqrt,
  sigmoid,
  tanh,
  relu: real(
    (x) => Math.max(0, x),
    () => 1,
  ),
  abs: real(Math.abs, () => 1),
  sin: real(Math.sin, () => 1),
  cos: real(Math.cos, () => 1),
  "sigmoid'": real(logisticSlope, logisticReach),
  "tanh'": real(
    (x) => 4 * logisticSlope(2 * x),
    (x, err) => 2 * tanhReach(x, err),
  ),
  "relu'": step,
};
