import { clearCancelled, largestOf } from "../cancelled";
import type { Op } from "../graph";
import { ShapeError, shapeOf } from "../shape-error";
import type { Tensor } from "../tensor";
import { transpose } from "./transpose";

/** The matrix product a b. A sum whose terms cancel is exactly 0. */
export const matmul: Op = {
  name: "matmul",
  shape: ([a, b]) => {
    if (a!.cols === b!.rows) return { rows: a!.rows, cols: b!.cols };
    throw new ShapeError(`${shapeOf(a!)} times ${shapeOf(b!)} do not fit`);
  },
  value: (out, [a, b]) => {
    out.data.fill(0);
    addProduct(out.data, a!, b!);
    const size = (at: number) => sizeOfEntry(a!, b!, at);
    clearCancelled(out.data, a!.cols * largestOf(a!.data) * largestOf(b!.data), size);
  },
  pullback: ({ inputs: [a, b] }, gradient, lay) => [
    lay(matmul, [gradient, lay(transpose, [b!])]),
    lay(matmul, [lay(transpose, [a!]), gradient]),
  ],
};

/** out += a b, row by row of b so that memory is read in the order it lies in. */
export function addProduct(out: Float64Array, a: Tensor, b: Tensor): void {
  const n = b.cols;
  for (let i = 0; i < a.rows; i++) {
    for (let k = 0; k < a.cols; k++) {
      const entry = a.data[i * a.cols + k]!;
      for (let j = 0; j < n; j++) out[i * n + j]! += entry * b.data[k * n + j]!;
    }
  }
}

/** The terms of one entry of a b, added without their signs. */
export function sizeOfEntry(a: Tensor, b: Tensor, at: number): number {
  const [i, j] = [Math.floor(at / b.cols), at % b.cols];
  let size = 0;
  for (let k = 0; k < a.cols; k++) {
    size += Math.abs(a.data[i * a.cols + k]! * b.data[k * b.cols + j]!);
  }
  return size;
}
