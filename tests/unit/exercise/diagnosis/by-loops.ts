import { rowsOf } from "../mdx-exercise";

/** Rows of numbers: a batch has an example in each column. */
export type Rows = readonly (readonly number[])[];

export const sigma = (z: number) => 1 / (1 + Math.exp(-z));
export const slopeOf = (h: number) => h * (1 - h);

export const each = (a: Rows, f: (v: number) => number) => a.map((row) => row.map(f));
export const both = (a: Rows, b: Rows, f: (u: number, v: number) => number) =>
  a.map((row, i) => row.map((v, j) => f(v, b[i]![j]!)));
export const times = (a: Rows, b: Rows) => both(a, b, (u, v) => u * v);
export const minus = (a: Rows, b: Rows) => both(a, b, (u, v) => u - v);
export const turned = (a: Rows) => a[0]!.map((_, j) => a.map((row) => row[j]!));

export function product(a: Rows, b: Rows): number[][] {
  return a.map((row) => b[0]!.map((_, j) => row.reduce((sum, v, k) => sum + v * b[k]![j]!, 0)));
}

/** A network's weights and biases, each list indexed by layer from 1. */
export interface Weights {
  readonly W: readonly Rows[];
  readonly b: readonly Rows[];
}

export function weightsOf(net: unknown): Weights {
  const { W, b } = net as { W: readonly unknown[]; b: readonly unknown[] };
  return { W: W.map(rowsOf), b: b.map(rowsOf) };
}

type G = (z: number) => number;

interface Ways {
  readonly hidden?: G;
  readonly output?: G;
  readonly bias?: boolean;
  /** What is done to every z and h before going on. */
  readonly keep?: G;
}

/** z and h of every layer; layer 0 has x for both. */
export function feedForward(
  { W, b }: Weights,
  x: Rows,
  { hidden = sigma, output = sigma, bias = true, keep = (v) => v }: Ways = {},
) {
  const z: Rows[] = [x];
  const h: Rows[] = [x];
  for (let l = 1; l < W.length; l++) {
    const sums = product(W[l]!, h[l - 1]!);
    const biased = bias ? sums.map((row, i) => row.map((v) => v + b[l]![i]![0]!)) : sums;
    z.push(each(biased, keep));
    h.push(each(each(z[l]!, l === W.length - 1 ? output : hidden), keep));
  }
  return { z, h };
}

/** Goes back from dz of the last layer; `slope` is what each dh is multiplied by, entry by entry. */
export function goBack(
  { W }: Weights,
  { h }: { readonly h: readonly Rows[] },
  { last, slope }: { readonly last: Rows; readonly slope: (l: number) => Rows },
) {
  const dz: Rows[] = [];
  const dh: Rows[] = [];
  dz[W.length - 1] = last;
  for (let l = W.length - 1; l >= 1; l--) {
    dh[l - 1] = product(turned(W[l]!), dz[l]!);
    if (l > 1) dz[l - 1] = times(dh[l - 1]!, slope(l - 1));
  }
  const dW = dz.map((d, l) => product(d, turned(h[l - 1]!)));
  return { dz, dh, dW };
}
