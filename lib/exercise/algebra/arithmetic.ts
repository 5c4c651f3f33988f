import { type Balls, imag, isZero, put, putReal, putUnknown, size, smallest, unit } from "./balls";

/** Works out entry k of `out` from entry i of `a` and entry j of `b`, error bound and all. */
export type Binary = (a: Balls, i: number, b: Balls, j: number, out: Balls, k: number) => void;

const all = Number.POSITIVE_INFINITY;

/** Error bounds follow Higham, "Accuracy and Stability of Numerical Algorithms", §3: rounding adds at most one unit of
 *  the result, the operands' own errors pass through the derivative. */
export const add: Binary = (a, i, b, j, out, k) => {
  const x = a.re[i] as number;
  const y = b.re[j] as number;
  const passed = (a.err[i] as number) + (b.err[j] as number);
  const seen = Math.min(a.seen[i] as number, b.seen[j] as number);
  if (a.im || b.im) {
    const re = x + y;
    const im = imag(a, i) + imag(b, j);
    put(out, k, re, im, passed + unit * (Math.abs(re) + Math.abs(im)), seen);
    return;
  }
  const sum = x + y;
  putReal(out, k, sum, passed + unit * Math.abs(sum), sum === 0 && passed === 0 ? all : seen);
};

export const multiply: Binary = (a, i, b, j, out, k) => {
  const x = a.re[i] as number;
  const y = b.re[j] as number;
  const [ea, eb] = [a.err[i] as number, b.err[j] as number];
  const [sa, sb] = [size(a, i), size(b, j)];
  const seen = seenInProduct(a, i, sb, b, j, sa);
  if (!a.im && !b.im) {
    const product = x * y;
    const passed = sa * eb + sb * ea + ea * eb;
    putReal(out, k, product, passed + unit * Math.abs(product) + lost(product, x, y), seen);
  } else {
    const [u, v] = [imag(a, i), imag(b, j)];
    const passed = sa * eb + sb * ea + ea * eb;
    put(out, k, x * y - u * v, x * v + u * y, passed + 4 * unit * sa * sb + smallest, seen);
  }
};

/** Beside a factor that is 0 nothing shows, and nothing has to. */
function seenInProduct(a: Balls, i: number, sb: number, b: Balls, j: number, sa: number): number {
  if ((sa === 0 && isZero(a, i)) || (sb === 0 && isZero(b, j))) return all;
  const [first, second] = [a.seen[i] as number, b.seen[j] as number];
  return Math.min(first === all ? all : first * sb, second === all ? all : second * sa);
}

/** What underflow may have taken from a product or quotient. */
function lost(result: number, x: number, y: number): number {
  return Math.abs(result) >= smallest || x === 0 || y === 0 ? 0 : smallest;
}

export const divide: Binary = (a, i, b, j, out, k) => {
  const away = size(b, j);
  const below = away - (b.err[j] as number);
  if (!(below > 0)) {
    putUnknown(out, k);
    return;
  }
  const [first, second] = [a.seen[i] as number, b.seen[j] as number];
  const quotient = size(a, i) / away;
  const bySlip = Math.min(
    first === all ? all : first / away,
    second === all ? all : (second * quotient) / away,
  );
  const seen = isZero(a, i) ? all : bySlip;
  const passed = ((a.err[i] as number) + quotient * (b.err[j] as number)) / below;
  if (a.im || b.im) divideComplex(a, i, b, j, out, k, passed, seen);
  else {
    const x = a.re[i] as number;
    const value = x / (b.re[j] as number);
    putReal(out, k, value, passed + unit * quotient + lost(value, x, 1), seen);
  }
};

function divideComplex(
  a: Balls,
  i: number,
  b: Balls,
  j: number,
  out: Balls,
  k: number,
  passed: number,
  seen: number,
): void {
  const [x, u] = [a.re[i] as number, imag(a, i)];
  const scale = size(b, j);
  const [c, d] = [(b.re[j] as number) / scale, imag(b, j) / scale];
  const re = (x * c + u * d) / scale;
  const im = (u * c - x * d) / scale;
  put(out, k, re, im, passed + 12 * unit * Math.hypot(re, im) + smallest, seen);
}

/** a = −b. */
export function negate(a: Balls, i: number, out: Balls, k: number): void {
  put(out, k, -(a.re[i] as number), -imag(a, i), a.err[i] as number, a.seen[i] as number);
}
