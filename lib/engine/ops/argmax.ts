import type { Op } from "../graph";
import { ShapeError, shapeOf } from "../shape-error";

/** The place of the largest entry of every column, counted from 1, a row: the class that each example is told to be. Of
 *  several alike, the first. Nothing moves it but in leaps, so no gradient goes back through it. */
export const argmax: Op = {
  name: "argmax",
  shape: ([a]) => {
    if (a!.rows > 0) return { rows: 1, cols: a!.cols };
    throw new ShapeError(`columns of ${shapeOf(a!)} have no largest entry`);
  },
  value: (out, [a]) => {
    for (let j = 0; j < out.cols; j++) {
      let best = 0;
      for (let i = 1; i < a!.rows; i++) {
        if (a!.data[i * a!.cols + j]! > a!.data[best * a!.cols + j]!) best = i;
      }
      out.data[j] = best + 1;
    }
  },
};
