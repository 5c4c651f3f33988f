import type { Op } from "../graph";
import { ShapeError, shapeOf } from "../shape-error";
import type { Tensor } from "../tensor";
import { matmul } from "./matmul";
import { stack } from "./stack";

/** Matrices of one shape as a batch, under one another. */
export const batch: Op = {
  ...stack,
  name: "batch",
  pullback: ({ inputs }, gradient, lay) =>
    inputs.map((_, i) => lay(ofBatch, [gradient], { i, b: inputs.length })),
};

/** The product of each matrix of a batch with its partner: b×n×k times b×k×m is b×n×m. The matrices of a batch stand under one
 *  another, b·n rows of k, and b is the setting. */
export const batchedProduct: Op<number> = {
  name: "batchedProduct",
  shape: ([A, B], b) => {
    const isWhole = A!.rows % b === 0 && B!.rows % b === 0;
    if (isWhole && A!.cols === B!.rows / b) return { rows: A!.rows, cols: B!.cols };
    throw new ShapeError(`${b} matrices in ${shapeOf(A!)} times ${b} in ${shapeOf(B!)} do not fit`);
  },
  value: (out, [A, B], b) => {
    for (let i = 0; i < b; i++) {
      matmul.value(matrixOf(out, i, b), [matrixOf(A!, i, b), matrixOf(B!, i, b)], undefined);
    }
  },
  pullback: ({ inputs: [A, B], settings: b }, gradient, lay) => [
    lay(batchedProduct, [gradient, lay(eachTransposed, [B!], b)], b),
    lay(batchedProduct, [lay(eachTransposed, [A!], b), gradient], b),
  ],
};

/** Each matrix of a batch transposed, the batch's order kept. */
export const eachTransposed: Op<number> = {
  name: "eachTransposed",
  shape: ([A], b) => ({ rows: A!.cols * b, cols: A!.rows / b }),
  value: (out, [A], b) => {
    for (let i = 0; i < b; i++) {
      const [to, from] = [matrixOf(out, i, b), matrixOf(A!, i, b)];
      for (let at = 0; at < to.data.length; at++) {
        to.data[at] = from.data[(at % to.cols) * from.cols + Math.floor(at / to.cols)]!;
      }
    }
  },
  pullback: ({ settings: b }, gradient, lay) => [lay(eachTransposed, [gradient], b)],
};

/** Which matrix of a batch of b, counted from 0. */
export interface OfBatch {
  readonly i: number;
  readonly b: number;
}

/** One matrix of a batch. */
export const ofBatch: Op<OfBatch> = {
  name: "ofBatch",
  shape: ([A], { b }) => ({ rows: A!.rows / b, cols: A!.cols }),
  value: (out, [A], { i, b }) => out.data.set(matrixOf(A!, i, b).data),
  pullback: ({ settings }, gradient, lay) => [lay(intoBatch, [gradient], settings)],
};

/** A matrix at its place in a batch whose others are zeros. */
export const intoBatch: Op<OfBatch> = {
  name: "intoBatch",
  shape: ([a], { b }) => ({ rows: a!.rows * b, cols: a!.cols }),
  value: (out, [a], { i, b }) => {
    out.data.fill(0);
    matrixOf(out, i, b).data.set(a!.data);
  },
  pullback: ({ settings }, gradient, lay) => [lay(ofBatch, [gradient], settings)],
};

/** Matrix i of a batch of b, counted from 0, on the batch's own numbers. */
export function matrixOf({ rows, cols, data }: Tensor, i: number, b: number): Tensor {
  const size = data.length / b;
  return { rows: rows / b, cols, data: data.subarray(i * size, (i + 1) * size) };
}
