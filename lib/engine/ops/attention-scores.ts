import type { Op } from "../graph";
import { ShapeError, shapeOf } from "../shape-error";
import { matmul } from "./matmul";
import { transpose } from "./transpose";

/** Q Kᵀ: how well each query, a row of Q, goes with each key, a row of K. Row i of the scores is query i's. */
export const attentionScores: Op = {
  name: "attentionScores",
  shape: ([Q, K]) => {
    if (Q!.cols === K!.cols) return { rows: Q!.rows, cols: K!.rows };
    throw new ShapeError(`queries of ${shapeOf(Q!)} and keys of ${shapeOf(K!)} do not fit`);
  },
  value: (out, [Q, K]) => {
    const turned = { rows: K!.cols, cols: K!.rows, data: new Float64Array(K!.data.length) };
    transpose.value(turned, [K!], undefined);
    matmul.value(out, [Q!, turned], undefined);
  },
  pullback: ({ inputs: [Q, K] }, gradient, lay) => [
    lay(matmul, [gradient, K!]),
    lay(matmul, [lay(transpose, [gradient]), Q!]),
  ],
};
