import type { Op } from "../graph";
import { ShapeError, shapeOf } from "../shape-error";

/** The square matrix with a column's entries down its diagonal and zeros elsewhere. */
export const diag: Op = {
  name: "diag",
  shape: ([a]) => {
    if (a!.cols === 1) return { rows: a!.rows, cols: a!.rows };
    throw new ShapeError(`${shapeOf(a!)} is no column for a diagonal`);
  },
  value: (out, [a]) => {
    out.data.fill(0);
    for (let i = 0; i < a!.rows; i++) out.data[i * out.cols + i] = a!.data[i]!;
  },
  pullback: (_, gradient, lay) => [lay(diagonal, [gradient])],
};

/** The diagonal of a square matrix, a column. */
export const diagonal: Op = {
  name: "diagonal",
  shape: ([a]) => {
    if (a!.rows === a!.cols) return { rows: a!.rows, cols: 1 };
    throw new ShapeError(`${shapeOf(a!)} is not square`);
  },
  value: (out, [a]) => {
    for (let i = 0; i < out.rows; i++) out.data[i] = a!.data[i * a!.cols + i]!;
  },
  pullback: (_, gradient, lay) => [lay(diag, [gradient])],
};
