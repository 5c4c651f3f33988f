import type { Op } from "../graph";
import { ShapeError, shapeOf } from "../shape-error";
import { matmul } from "./matmul";
import { transpose } from "./transpose";

/** a bᵀ of two columns: every entry of one times every entry of the other. */
export const outer: Op = {
  name: "outer",
  shape: ([a, b]) => {
    if (a!.cols === 1 && b!.cols === 1) return { rows: a!.rows, cols: b!.rows };
    throw new ShapeError(`${shapeOf(a!)} and ${shapeOf(b!)} are not both columns`);
  },
  value: (out, [a, b]) => {
    for (let at = 0; at < out.data.length; at++) {
      out.data[at] = a!.data[Math.floor(at / out.cols)]! * b!.data[at % out.cols]!;
    }
  },
  pullback: ({ inputs: [a, b] }, gradient, lay) => [
    lay(matmul, [gradient, b!]),
    lay(matmul, [lay(transpose, [gradient]), a!]),
  ],
};
