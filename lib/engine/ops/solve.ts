import type { Op } from "../graph";
import { ShapeError, shapeOf } from "../shape-error";
import type { Tensor } from "../tensor";
import { matmul } from "./matmul";
import { negate } from "./negate";
import { transpose } from "./transpose";

/** The x for which A x = b, column by column of b; NaN where A has no inverse. */
export const solve: Op = {
  name: "solve",
  shape: ([A, b]) => {
    if (A!.rows === A!.cols && A!.rows === b!.rows) return { rows: b!.rows, cols: b!.cols };
    throw new ShapeError(`${shapeOf(A!)} and ${shapeOf(b!)} make no equations to solve`);
  },
  value: (out, [A, b]) => eliminate(A!, b!, out.data),
  pullback: (out, gradient, lay) => {
    const byB = lay(solve, [lay(transpose, [out.inputs[0]!]), gradient]);
    return [lay(negate, [lay(matmul, [byB, lay(transpose, [out])])]), byB];
  },
};

/** Gauss and Jordan's elimination, the largest entry of a column always its pivot. */
export function eliminate(A: Tensor, b: Tensor, out: Float64Array): void {
  const { rows: n, data } = A;
  const width = b.cols;
  const left = data.slice();
  const most = data.reduce((size, v) => Math.max(size, Math.abs(v)), 0);
  out.set(b.data);
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) {
      if (Math.abs(left[i * n + k]!) > Math.abs(left[pivot * n + k]!)) pivot = i;
    }
    if (!(Math.abs(left[pivot * n + k]!) > n * Number.EPSILON * most)) {
      out.fill(NaN);
      return;
    }
    for (const [numbers, cols] of [[left, n] as const, [out, width] as const]) {
      exchange(numbers, cols, k, pivot);
    }
    for (let i = 0; i < n; i++) {
      if (i === k) continue;
      const times = left[i * n + k]! / left[k * n + k]!;
      takeOff(left, n, { row: k, from: i, times });
      takeOff(out, width, { row: k, from: i, times });
    }
  }
  for (let at = 0; at < out.length; at++) {
    const k = Math.floor(at / width);
    out[at]! /= left[k * n + k]!;
  }
}

function exchange(numbers: Float64Array, cols: number, a: number, b: number): void {
  if (a === b) return;
  const kept = numbers.slice(a * cols, (a + 1) * cols);
  numbers.copyWithin(a * cols, b * cols, (b + 1) * cols);
  numbers.set(kept, b * cols);
}

/** Takes a row so many times from another. */
function takeOff(
  numbers: Float64Array,
  cols: number,
  { row, from, times }: { readonly row: number; readonly from: number; readonly times: number },
): void {
  for (let j = 0; j < cols; j++) numbers[from * cols + j]! -= times * numbers[row * cols + j]!;
}
