import { type Balls, blinded, imag, put, putReal, sight, size, smallest, unit } from "./balls";

/** Works out entry k of `out` from entry i of `a` and entry j of `b`, error bound and all. */
export type Binary = (a: Balls, i: number, b: Balls, j: number, out: Balls, k: number) => void;

/** Error bounds follow Higham, "Accuracy and Stability of Numerical Algorithms", §3: rounding adds at most one unit of
 *  the result, the operands' own errors pass through the derivative. */
export const add: Binary = (a, i, b, j, out, k) => {
  const x = a.re[i] as number;
  const y = b.re[j] as number;
  const passed = (a.err[i] as number) + (b.err[j] as number);
  if (a.im || b.im) {
    const re = x + y;
    const im = imag(a, i) + imag(b, j);
    put(out, k, re, im, passed + unit * (Math.abs(re) + Math.abs(im)));
  } else {
    putReal(out, k, x + y, passed + unit * Math.abs(x + y));
  }
  watch(a, i, b, j, out, k);
};

/** Marks the point when one term vanishes beside the other. */
function watch(a: Balls, i: number, b: Balls, j: number, out: Balls, k: number): void {
  const [x, y] = [size(a, i), size(b, j)];
  if (x < sight * y && x > (a.err[i] as number)) blinded(out, k);
  if (y < sight * x && y > (b.err[j] as number)) blinded(out, k);
}

export const multiply: Binary = (a, i, b, j, out, k) => {
  const x = a.re[i] as number;
  const y = b.re[j] as number;
  const [ea, eb] = [a.err[i] as number, b.err[j] as number];
  if (!a.im && !b.im) {
    const product = x * y;
    const passed = Math.abs(x) * eb + Math.abs(y) * ea + ea * eb;
    const low = lost(product, x, y, out, k);
    putReal(out, k, product, passed + unit * Math.abs(product) + low);
  } else {
    const [u, v] = [imag(a, i), imag(b, j)];
    const [sa, sb] = [size(a, i), size(b, j)];
    const passed = sa * eb + sb * ea + ea * eb;
    put(out, k, x * y - u * v, x * v + u * y, passed + 4 * unit * sa * sb + smallest);
  }
};

/** What underflow may have taken from a product or quotient. */
function lost(result: number, x: number, y: number, out: Balls, k: number): number {
  if (Math.abs(result) >= smallest || x === 0 || y === 0) return 0;
  blinded(out, k);
  return smallest;
}

export const divide: Binary = (a, i, b, j, out, k) => {
  const below = size(b, j) - (b.err[j] as number);
  if (!(below > 0)) put(out, k, 0, 0, Number.POSITIVE_INFINITY);
  else if (a.im || b.im) divideComplex(a, i, b, j, out, k);
  else {
    const x = a.re[i] as number;
    const quotient = x / (b.re[j] as number);
    const passed = ((a.err[i] as number) + Math.abs(quotient) * (b.err[j] as number)) / below;
    const low = lost(quotient, x, 1, out, k);
    putReal(out, k, quotient, passed + unit * Math.abs(quotient) + low);
  }
};

const divideComplex: Binary = (a, i, b, j, out, k) => {
  const [x, u] = [a.re[i] as number, imag(a, i)];
  const scale = size(b, j);
  const [c, d] = [(b.re[j] as number) / scale, imag(b, j) / scale];
  const re = (x * c + u * d) / scale;
  const im = (u * c - x * d) / scale;
  const quotient = Math.hypot(re, im);
  const eb = b.err[j] as number;
  const passed = ((a.err[i] as number) + quotient * eb) / (scale - eb);
  put(out, k, re, im, passed + 12 * unit * quotient + smallest);
};

/** a = −b. */
export function negate(a: Balls, i: number, out: Balls, k: number): void {
  put(out, k, -(a.re[i] as number), -imag(a, i), a.err[i] as number);
}
