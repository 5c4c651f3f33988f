import type { Op } from "../graph";
import { ShapeError, shapeOf } from "../shape-error";
import { matmul } from "./matmul";
import { negate } from "./negate";
import { eliminate } from "./solve";
import { transpose } from "./transpose";

/** A⁻¹ of a square matrix; NaN where it has none. */
export const inverse: Op = {
  name: "inverse",
  shape: ([A]) => {
    if (A!.rows === A!.cols) return A!;
    throw new ShapeError(`${shapeOf(A!)} has no inverse, only a square matrix has`);
  },
  value: (out, [A]) => {
    const data = Float64Array.from(A!.data, (_, at) => (at % (A!.cols + 1) === 0 ? 1 : 0));
    eliminate(A!, { rows: A!.rows, cols: A!.cols, data }, out.data);
  },
  pullback: (out, gradient, lay) => {
    const turned = lay(transpose, [out]);
    return [lay(negate, [lay(matmul, [lay(matmul, [turned, gradient]), turned])])];
  },
};
