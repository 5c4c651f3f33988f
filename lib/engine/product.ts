import { ShapeError, shapeOf } from "./shape-error";
import { type Tensor, zeros } from "./tensor";

// The products of a pass. Each reads its transposes in place and writes its result alone: nothing between is made.

/** The matrix product a b. Throws ShapeError unless a has as many columns as b has rows. */
export function matmul(a: Tensor, b: Tensor): Tensor {
  if (a.cols !== b.rows) throw new ShapeError(`${shapeOf(a)} times ${shapeOf(b)} do not fit`);
  const out = zeros(a.rows, b.cols);
  addProduct(out.data, a, b);
  return out;
}

/** W h + b, the column b added to every example. */
export function affine(W: Tensor, h: Tensor, b: Tensor): Tensor {
  const out = zeros(W.rows, h.cols);
  for (let i = 0, at = 0; i < out.rows; i++) {
    for (let j = 0; j < out.cols; j++) out.data[at++] = b.data[i]!;
  }
  addProduct(out.data, W, h);
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
  return out;
}

/** The sum of every row, a column; a column is its own. */
export function rowSums(a: Tensor): Tensor {
  if (a.cols === 1) return a;
  const out = zeros(a.rows, 1);
  for (let i = 0, at = 0; i < a.rows; i++) {
    for (let j = 0; j < a.cols; j++) out.data[i]! += a.data[at++]!;
  }
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
