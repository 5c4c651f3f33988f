import type { Op } from "../graph";
import { ShapeError, shapeOf } from "../shape-error";
import { slice } from "./slice";

/** Matrices of one width under one another. */
export const stack: Op = {
  name: "stack",
  shape: (inputs) => {
    const cols = inputs[0]?.cols ?? 0;
    const odd = inputs.find((one) => one.cols !== cols);
    if (odd) throw new ShapeError(`${shapeOf(inputs[0]!)} over ${shapeOf(odd)} do not fit`);
    return { rows: inputs.reduce((rows, one) => rows + one.rows, 0), cols };
  },
  value: (out, inputs) => {
    let at = 0;
    for (const { data } of inputs) {
      out.data.set(data, at);
      at += data.length;
    }
  },
  pullback: ({ inputs }, gradient, lay) => {
    let row = 0;
    return inputs.map(({ rows, cols }) => {
      const part = lay(slice, [gradient], { row, col: 0, rows, cols });
      row += rows;
      return part;
    });
  },
};
