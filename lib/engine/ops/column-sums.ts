import { unlessCancelled } from "../cancelled";
import type { Op, Shape } from "../graph";
import { ShapeError, shapeOf } from "../shape-error";

/** The sum of every column, a row. A sum whose terms cancel is exactly 0. */
export const columnSums: Op = {
  name: "columnSums",
  shape: ([a]) => ({ rows: 1, cols: a!.cols }),
  value: (out, [a]) => {
    for (let j = 0; j < out.cols; j++) {
      let [total, size] = [0, 0];
      for (let at = j; at < a!.data.length; at += a!.cols) {
        total += a!.data[at]!;
        size += Math.abs(a!.data[at]!);
      }
      out.data[j] = unlessCancelled(total, size);
    }
  },
  pullback: ({ inputs: [a] }, gradient, lay) => [lay(repeatRow, [gradient], a!)],
};

/** A row in every row of a shape: the way back through the sums of columns. */
export const repeatRow: Op<Shape> = {
  name: "repeatRow",
  shape: ([a], { rows, cols }) => {
    if (a!.rows === 1 && a!.cols === cols) return { rows, cols };
    throw new ShapeError(`${shapeOf(a!)} does not fill ${rows}×${cols}`);
  },
  value: ({ cols, data }, [a]) => {
    for (let at = 0; at < data.length; at++) data[at] = a!.data[at % cols]!;
  },
  pullback: (_, gradient, lay) => [lay(columnSums, [gradient])],
};
