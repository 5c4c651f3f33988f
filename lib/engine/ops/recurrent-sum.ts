import type { Op } from "../graph";
import { expectShape, ShapeError, shapeOf } from "../shape-error";
import { add } from "./add";
import { affine } from "./affine";
import { matmul } from "./matmul";
import { rowSums } from "./sum";
import { transpose } from "./transpose";

/** Wₓ x + Wₕ h + b: the weighted sums of a cell, from its input x and the state h before it, one example a column. */
export const recurrentSum: Op = {
  name: "recurrentSum",
  shape: ([Wx, x, Wh, h, b]) => {
    const { rows, cols } = affine.shape([Wx!, x!, b!], undefined);
    expectShape("the state’s weights", Wh!, rows, h!.rows);
    if (h!.cols === cols) return { rows, cols };
    throw new ShapeError(`the input is ${shapeOf(x!)} and the state before it ${shapeOf(h!)}`);
  },
  value: (out, [Wx, x, Wh, h, b]) => {
    const { rows, cols } = out;
    const byState = { rows, cols, data: new Float64Array(rows * cols) };
    matmul.value(byState, [Wh!, h!], undefined);
    affine.value(out, [Wx!, x!, b!], undefined);
    add.value(out, [{ ...out }, byState], undefined);
  },
  pullback: ({ inputs: [Wx, x, Wh, h] }, gradient, lay) => [
    lay(matmul, [gradient, lay(transpose, [x!])]),
    lay(matmul, [lay(transpose, [Wx!]), gradient]),
    lay(matmul, [gradient, lay(transpose, [h!])]),
    lay(matmul, [lay(transpose, [Wh!]), gradient]),
    lay(rowSums, [gradient]),
  ],
};
