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
    throw new ShapeError(`a ${shapeOf(a!)} matrix can’t be multiplied by a ${shapeOf(b!)}`);
  },
  value: ({ data }, inputs) => {
    const [a, b] = inputs;
    for (let at = 0; at < data.length; at++) data[at] = 0;
    addProduct(data, a!, b!);
    const most = a!.cols * largestOf(a!.data) * largestOf(b!.data);
    clearCancelled(data, most, sizeOfEntry, inputs);
  },
  pullback: ({ inputs: [a, b] }, gradient, lay) => [
    lay(matmul, [gradient, lay(transpose, [b!])]),
    lay(matmul, [lay(transpose, [a!]), gradient]),
  ],
};

/** out += a b, row by row of b so that memory is read in the order it lies in, and two rows at a time, since adding takes
 *  less than fetching what is added to. */
export function addProduct(out: Float64Array, a: Tensor, b: Tensor): void {
  const { rows, cols } = a;
  const n = b.cols;
  for (let i = 0; i < rows; i++) {
    const to = i * n;
    const from = i * cols;
    let k = 0;
    for (; k + 1 < cols; k += 2) {
      const one = a.data[from + k]!;
      const next = a.data[from + k + 1]!;
      const at = k * n;
      for (let j = 0; j < n; j++) {
        out[to + j] = out[to + j]! + one * b.data[at + j]! + next * b.data[at + n + j]!;
      }
    }
    if (k < cols) {
      const last = a.data[from + k]!;
      for (let j = 0; j < n; j++) out[to + j]! += last * b.data[k * n + j]!;
    }
  }
}

/** The terms of one entry of a b, or of a b + c with a column c, added without their signs. */
export function sizeOfEntry([a, b, c]: readonly Tensor[], at: number): number {
  const [i, j] = [Math.floor(at / b!.cols), at % b!.cols];
  let size = c ? Math.abs(c.data[i]!) : 0;
  for (let k = 0; k < a!.cols; k++) {
    size += Math.abs(a!.data[i * a!.cols + k]! * b!.data[k * b!.cols + j]!);
  }
  return size;
}
