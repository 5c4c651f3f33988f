import type { Binary } from "./arithmetic";
import {
  type Balls,
  imag,
  isReal,
  isZero,
  leavesReals,
  put,
  putReal,
  putUnknown,
  size,
  smallest,
  through,
  unit,
} from "./balls";
import { acrossCut } from "./curves";

/** More than pow's own error, in units of the last place. */
const slack = 16 * unit;

/** a^b. Whole exponents multiply; others take the principal branch, so that (−8)^(1/3) is complex. */
export const power: Binary = (a, i, b, j, out, k) => {
  const y = b.re[j] as number;
  const whole = Number.isInteger(y) && b.err[j] === 0 && imag(b, j) === 0;
  if (whole && isReal(a, i)) wholePower(a, i, y, b.seen[j] as number, out, k);
  else if (isReal(a, i) && isReal(b, j) && (a.re[i] as number) > 0)
    positivePower(a, i, b, j, out, k);
  else complexPower(a, i, b, j, out, k);
};

function wholePower(a: Balls, i: number, n: number, seenInN: number, out: Balls, k: number): void {
  const x = a.re[i] as number;
  const err = a.err[i] as number;
  const value = x ** n;
  const seen = Math.min(
    n === 0 ? Number.POSITIVE_INFINITY : through(a.seen[i] as number, Math.abs((n * value) / x)),
    seenInExponent(seenInN, a, i, value),
  );
  if (err < Math.abs(x)) {
    const grown = Math.expm1(-Math.abs(n) * Math.log1p(-err / Math.abs(x)));
    putReal(out, k, value, Math.abs(value) * (grown + slack) + smallest, seen);
  } else if (n <= 0) putUnknown(out, k);
  else if (isZero(a, i)) putReal(out, k, 0, 0, Number.POSITIVE_INFINITY);
  else putReal(out, k, value, 2 * (Math.abs(x) + err) ** n, 0);
}

/** What shows of a slip in the exponent: nothing on a base of exactly 1, where nothing has to. */
function seenInExponent(seen: number, a: Balls, i: number, value: number): number {
  const x = a.re[i] as number;
  const isOne = x === 1 && a.err[i] === 0 && imag(a, i) === 0;
  const turn = x < 0 ? Math.PI : 0;
  return through(
    seen,
    isOne ? Number.POSITIVE_INFINITY : Math.abs(value) * (Math.abs(Math.log(size(a, i))) + turn),
  );
}

const positivePower: Binary = (a, i, b, j, out, k) => {
  const x = a.re[i] as number;
  const y = b.re[j] as number;
  const err = a.err[i] as number;
  const value = x ** y;
  if (!(err < x)) return putUnknown(out, k);
  const grown = exponentError(Math.abs(Math.log(x)), -Math.log1p(-err / x), y, b.err[j] as number);
  const seen = Math.min(
    through(
      a.seen[i] as number,
      isZero(b, j) ? Number.POSITIVE_INFINITY : (Math.abs(y) * value) / x,
    ),
    seenInExponent(b.seen[j] as number, a, i, value),
  );
  putReal(out, k, value, value * (Math.expm1(grown) + slack) + smallest, seen);
};

/** How far y·ln x may be off, where ln x reaches to `reach` and is off by `off`, and y by `err`. */
function exponentError(reach: number, off: number, y: number, err: number): number {
  return Math.abs(y) * off + (reach + off) * err;
}

const complexPower: Binary = (a, i, b, j, out, k) => {
  const [y, v] = [b.re[j] as number, imag(b, j)];
  const away = size(a, i);
  const err = a.err[i] as number;
  const whole = Number.isInteger(y) && v === 0 && b.err[j] === 0;
  if (isZero(a, i) && y > 0 && v === 0) return putReal(out, k, 0, 0, Number.POSITIVE_INFINITY);
  if (!(err < away) || (acrossCut(a, i) && !whole)) return putUnknown(out, k);
  if (!whole) leavesReals(out, k);
  const [ln, angle] = [Math.log(away), Math.atan2(imag(a, i), a.re[i] as number)];
  const [re, im] = [y * ln - v * angle, v * ln + y * angle];
  const off = slack - 2 * Math.log1p(-err / away);
  const reach = Math.abs(ln) + Math.abs(angle);
  const grown = exponentError(reach, off, Math.hypot(y, v), b.err[j] as number);
  const value = Math.exp(re);
  const bound = value * (Math.expm1(grown) + slack * (1 + Math.abs(re) + Math.abs(im)));
  const seen = Math.min(
    through(a.seen[i] as number, (Math.hypot(y, v) * value) / away),
    through(b.seen[j] as number, value * reach),
  );
  put(out, k, value * Math.cos(im), value * Math.sin(im), bound, seen);
};
