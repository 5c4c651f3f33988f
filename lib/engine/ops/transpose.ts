import type { Op } from "../graph";

/** aᵀ. */
export const transpose: Op = {
  name: "transpose",
  shape: ([a]) => ({ rows: a!.cols, cols: a!.rows }),
  value: (out, [a]) => {
    const { rows, cols, data } = a!;
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < cols; j++) out.data[j * rows + i] = data[i * cols + j]!;
    }
  },
  pullback: (_, gradient, lay) => [lay(transpose, [gradient])],
};
