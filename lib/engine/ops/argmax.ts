import type { Op } from "../graph";
import { ShapeError, shapeOf } from "../shape-error";
import { placeOfLargest, type Taking } from "./place-of-largest";

/** The place of the largest entry of every column, counted from 1, a row: the class that each example is told to be. Of
 *  several alike, the first. Nothing moves it but in leaps, so no gradient goes back through it. */
export const argmax: Op<Taking | undefined> = {
  name: "argmax",
  shape: ([a]) => {
    if (a!.rows > 0) return { rows: 1, cols: a!.cols };
    throw new ShapeError(`columns of ${shapeOf(a!)} have no largest entry`);
  },
  value: (out, [a], taking) => {
    for (let j = 0; j < out.cols; j++) {
      const places = Array.from({ length: a!.rows }, (_, i) => i * a!.cols + j);
      out.data[j] = places.indexOf(placeOfLargest(a!.data, places, taking)) + 1;
    }
  },
  takingLast: () => ({ takes: "last" }),
};
