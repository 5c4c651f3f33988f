import {
  type Balls,
  imag,
  isReal,
  leavesReals,
  put,
  putReal,
  putUnknown,
  size,
  smallest,
  through,
  unit,
} from "./balls";
import type { FunctionName } from "./formula";
import { type Curve, realCurves } from "./real-curves";

/** V8's exp, log and the like are within one unit of the last place; this leaves room for others. */
const slack = 4 * unit;

const exp: Curve = (a, i, out, k) => {
  const r = Math.exp(a.re[i] as number);
  const err = r * (Math.expm1(a.err[i] as number) + slack) + smallest;
  const angle = imag(a, i);
  const seen = through(a.seen[i] as number, r);
  if (angle === 0) put(out, k, r, 0, err, seen);
  else put(out, k, r * Math.cos(angle), r * Math.sin(angle), err + 4 * slack * r, seen);
};

const ln: Curve = (a, i, out, k) => {
  const x = a.re[i] as number;
  const err = a.err[i] as number;
  const away = size(a, i);
  const re = Math.log(away);
  const passed = -Math.log1p(-err / away);
  if (!(err < away) || acrossCut(a, i)) return putUnknown(out, k);
  const seen = through(a.seen[i] as number, 1 / away);
  if (isReal(a, i) && x > 0) return putReal(out, k, re, passed + slack * (1 + Math.abs(re)), seen);
  leavesReals(out, k);
  put(out, k, re, Math.atan2(imag(a, i), x), 2 * passed + slack * (4 + Math.abs(re)), seen);
};

const sqrt: Curve = (a, i, out, k) => {
  const x = a.re[i] as number;
  const err = a.err[i] as number;
  const away = size(a, i);
  const root = Math.sqrt(away);
  const passed = err / root + slack * root;
  if (err === 0 && away === 0) return putReal(out, k, 0, 0, Number.POSITIVE_INFINITY);
  if (!(err < away / 2) || acrossCut(a, i)) return putUnknown(out, k);
  const seen = through(a.seen[i] as number, 0.5 / root);
  if (isReal(a, i) && x > 0) return putReal(out, k, root, passed, seen);
  leavesReals(out, k);
  const half = !isReal(a, i) ? Math.atan2(imag(a, i), x) / 2 : Math.PI / 2;
  const re = !isReal(a, i) ? root * Math.cos(half) : 0;
  put(out, k, re, root * Math.sin(half), 2 * passed + 4 * slack * root, seen);
};

/** ln and sqrt take their principal branch. A ball that came from complex values and meets the negative axis could
 *  lie on either side of it; real values lie on it, whatever their error. */
export function acrossCut(a: Balls, i: number): boolean {
  return !isReal(a, i) && (a.re[i] as number) < 0 && Math.abs(imag(a, i)) <= (a.err[i] as number);
}

const complexSigmoid: Curve = (a, i, out, k) => {
  const power = Math.exp(-(a.re[i] as number));
  const below = 1 + power * Math.cos(imag(a, i));
  const beside = -power * Math.sin(imag(a, i));
  const away = Math.hypot(below, beside);
  const grown = power * (Math.expm1(a.err[i] as number) + 8 * slack) + slack;
  const err = grown / (away * (away - grown)) + (4 * slack) / away;
  const seen = through(a.seen[i] as number, power / away / away);
  if (grown < away) put(out, k, below / away / away, -beside / away / away, err, seen);
  else putUnknown(out, k);
};

const sigmoid: Curve = (a, i, out, k) => {
  if (imag(a, i) === 0) realCurves.sigmoid(a, i, out, k);
  else complexSigmoid(a, i, out, k);
};

/** The functions that formulas may call. Most are known for real values alone. */
export const curves: Readonly<Record<FunctionName, Curve>> = {
  ...realCurves,
  exp,
  ln,
  sqrt,
  sigmoid,
};
