import type { Binary } from "./arithmetic";
import { type Balls, blinded, imag, put, putReal, size, smallest, unit } from "./balls";
import { acrossCut } from "./curves";

const unknown = Number.POSITIVE_INFINITY;

/** More than pow's own error, in units of the last place. */
const slack = 16 * unit;

/** a^b. Whole exponents multiply; others take the principal branch, so that (−8)^(1/3) is complex. */
export const power: Binary = (a, i, b, j, out, k) => {
  const y = b.re[j] as number;
  const whole = Number.isInteger(y) && b.err[j] === 0 && imag(b, j) === 0;
  if (whole && !a.im) wholePower(a, i, y, out, k);
  else if (!a.im && !b.im && (a.re[i] as number) > 0) positivePower(a, i, b, j, out, k);
  else complexPower(a, i, b, j, out, k);
};

function wholePower(a: Balls, i: number, n: number, out: Balls, k: number): void {
  const x = a.re[i] as number;
  const err = a.err[i] as number;
  const value = x ** n;
  watchUnderflow(value, x, out, k);
  if (err < Math.abs(x)) {
    const grown = Math.expm1(-Math.abs(n) * Math.log1p(-err / Math.abs(x)));
    putReal(out, k, value, Math.abs(value) * (grown + slack) + smallest);
  } else if (n < 0) putReal(out, k, 0, unknown);
  else putReal(out, k, value, err === 0 ? 0 : 2 * (Math.abs(x) + err) ** n);
}

function watchUnderflow(value: number, x: number, out: Balls, k: number): void {
  if (Math.abs(value) < smallest && x !== 0) blinded(out, k);
}

function positivePower(a: Balls, i: number, b: Balls, j: number, out: Balls, k: number): void {
  const x = a.re[i] as number;
  const y = b.re[j] as number;
  const err = a.err[i] as number;
  const value = x ** y;
  watchUnderflow(value, x, out, k);
  const grown = exponentError(Math.abs(Math.log(x)), -Math.log1p(-err / x), y, b.err[j] as number);
  if (err < x) putReal(out, k, value, value * (Math.expm1(grown) + slack) + smallest);
  else putReal(out, k, 0, unknown);
}

/** How far y·ln x may be off, where ln x reaches to `reach` and is off by `off`, and y by `err`. */
function exponentError(reach: number, off: number, y: number, err: number): number {
  return Math.abs(y) * off + (reach + off) * err;
}

function complexPower(a: Balls, i: number, b: Balls, j: number, out: Balls, k: number): void {
  const [y, v] = [b.re[j] as number, imag(b, j)];
  const away = size(a, i);
  const err = a.err[i] as number;
  const whole = Number.isInteger(y) && v === 0 && b.err[j] === 0;
  if (away === 0 && err === 0 && y > 0 && v === 0) putReal(out, k, 0, 0);
  else if (!(err < away) || (acrossCut(a, i) && !whole)) put(out, k, 0, 0, unknown);
  else {
    const [ln, angle] = [Math.log(away), Math.atan2(imag(a, i), a.re[i] as number)];
    const [re, im] = [y * ln - v * angle, v * ln + y * angle];
    const off = slack - 2 * Math.log1p(-err / away);
    const reach = Math.abs(ln) + Math.abs(angle);
    const grown = exponentError(reach, off, Math.hypot(y, v), b.err[j] as number);
    const value = Math.exp(re);
    const bound = value * (Math.expm1(grown) + slack * (1 + Math.abs(re) + Math.abs(im)));
    put(out, k, value * Math.cos(im), value * Math.sin(im), bound);
  }
}
