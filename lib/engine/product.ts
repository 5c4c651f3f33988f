import { clearCancelled, largestOf } from "./cancelled";
import { ShapeError, shapeOf } from "./shape-error";
import { type Tensor, zeros } from "./tensor";

// The products of a pass. Each reads its transposes in place and writes its result alone: nothing between is made. A sum
// whose terms cancel is exactly 0, so that a ReLU is not opened by what float64 leaves.

/** The matrix product a b. Throws ShapeError unless a has as many columns as b has rows. */
export function matmul(a: Tensor, b: Tensor): Tensor {
  if (a.cols !== b.rows) throw new ShapeError(`${shapeOf(a)} times ${shapeOf(b)} do not fit`);
  const out = zeros(a.rows, b.cols);
  addProduct(out.data, a, b);
  const size = (at: number) => sizeOfEntry(a, b, at);
  clearCancelled(out.data, a.cols * largestOf(a.data) * largestOf(b.data), size);
  return out;
}

/** W h + b, the column b added to every example. */
export function affine(W: Tensor, h: Tensor, b: Tensor): Tensor {
  const out = zeros(W.rows, h.cols);
  for (let i = 0, at = 0; i < out.rows; i++) {
    for (let j = 0; j < out.cols; j++) out.data[at++] = b.data[i]!;
  }
  addProduct(out.data, W, h);
  const most = largestOf(b.data) + W.cols * largestOf(W.data) * largestOf(h.data);
  clearCancelled(out.data, most, (at) => {
    return sizeOfEntry(W, h, at) + Math.abs(b.data[Math.floor(at / h.cols)]!);
  });
  return out;
}

/** Wᵀ dz. */
export function transposeTimes(W: Tensor, dz: Tensor): Tensor {
  const m = dz.cols;
  const out = zeros(W.cols, m);
  for (let k = 0; k < W.rows; k++) {
    for (let i = 0; i < W.cols; i++) {
      const w = W.data[k * W.cols + i]!;
      for (let j = 0; j < m; j++) out.data[i * m + j]! += w * dz.data[k * m + j]!;
    }
  }
  clearCancelled(out.data, W.rows * largestOf(W.data) * largestOf(dz.data), (at) => {
    const [i, j] = [Math.floor(at / m), at % m];
    let size = 0;
    for (let k = 0; k < W.rows; k++) {
      size += Math.abs(W.data[k * W.cols + i]! * dz.data[k * m + j]!);
    }
    return size;
  });
  return out;
}

/** dz hᵀ, which sums over the examples. */
export function timesTranspose(dz: Tensor, h: Tensor): Tensor {
  const m = h.cols;
  const out = zeros(dz.rows, h.rows);
  for (let i = 0, at = 0; i < dz.rows; i++) {
    for (let j = 0; j < h.rows; j++) {
      let total = 0;
      for (let k = 0; k < m; k++) total += dz.data[i * m + k]! * h.data[j * m + k]!;
      out.data[at++] = total;
    }
  }
  clearCancelled(out.data, m * largestOf(dz.data) * largestOf(h.data), (at) => {
    const [i, j] = [Math.floor(at / h.rows), at % h.rows];
    let size = 0;
    for (let k = 0; k < m; k++) size += Math.abs(dz.data[i * m + k]! * h.data[j * m + k]!);
    return size;
  });
  return out;
}

/** The sum of every row, a column; a column is its own. */
export function rowSums(a: Tensor): Tensor {
  if (a.cols === 1) return a;
  const out = zeros(a.rows, 1);
  for (let i = 0, at = 0; i < a.rows; i++) {
    for (let j = 0; j < a.cols; j++) out.data[i]! += a.data[at++]!;
  }
  clearCancelled(out.data, a.cols * largestOf(a.data), (i) =>
    a.data.subarray(i * a.cols, (i + 1) * a.cols).reduce((size, v) => size + Math.abs(v), 0),
  );
  return out;
}

/** out += a b, row by row of b so that memory is read in the order it lies in. */
function addProduct(out: Float64Array, a: Tensor, b: Tensor): void {
  const n = b.cols;
  for (let i = 0; i < a.rows; i++) {
    for (let k = 0; k < a.cols; k++) {
      const entry = a.data[i * a.cols + k]!;
      for (let j = 0; j < n; j++) out[i * n + j]! += entry * b.data[k * n + j]!;
    }
  }
}

/** The terms of one entry of a b, added without their signs. */
function sizeOfEntry(a: Tensor, b: Tensor, at: number): number {
  const [i, j] = [Math.floor(at / b.cols), at % b.cols];
  let size = 0;
  for (let k = 0; k < a.cols; k++) {
    size += Math.abs(a.data[i * a.cols + k]! * b.data[k * b.cols + j]!);
  }
  return size;
}
