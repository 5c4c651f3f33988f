import type { Op, Shape } from "../graph";
import { ShapeError, shapeOf } from "../shape-error";

/** Rows and columns of a matrix that lie together, counted from 0. */
export interface Block extends Shape {
  readonly row: number;
  readonly col: number;
}

/** A block of a matrix: a row, a column, a window. */
export const slice: Op<Block> = {
  name: "slice",
  shape: ([a], { row, col, rows, cols }) => {
    if (row + rows <= a!.rows && col + cols <= a!.cols) return { rows, cols };
    throw new ShapeError(
      `${shapeOf(a!)} has no ${rows}×${cols} at row ${row + 1}, column ${col + 1}`,
    );
  },
  value: (out, [a], { row, col }) => {
    for (let i = 0, at = 0; i < out.rows; i++) {
      for (let j = 0; j < out.cols; j++) {
        out.data[at++] = a!.data[(row + i) * a!.cols + col + j]!;
      }
    }
  },
  pullback: ({ inputs: [a], settings }, gradient, lay) => [
    lay(padded, [gradient], { ...settings, whole: a! }),
  ],
};

/** A block in zeros that fill the rest of a shape. */
export const padded: Op<Block & { readonly whole: Shape }> = {
  name: "padded",
  shape: (_, { whole: { rows, cols } }) => ({ rows, cols }),
  value: (out, [a], { row, col }) => {
    out.data.fill(0);
    for (let i = 0, at = 0; i < a!.rows; i++) {
      for (let j = 0; j < a!.cols; j++) {
        out.data[(row + i) * out.cols + col + j] = a!.data[at++]!;
      }
    }
  },
  pullback: ({ settings }, gradient, lay) => [lay(slice, [gradient], settings)],
};
