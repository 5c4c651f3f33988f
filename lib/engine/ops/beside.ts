import type { Op } from "../graph";
import { ShapeError, shapeOf } from "../shape-error";
import { slice } from "./slice";

/** Matrices of one height next to one another; for one under another, see stack. */
export const beside: Op = {
  name: "beside",
  shape: (inputs) => {
    const rows = inputs[0]?.rows ?? 0;
    const odd = inputs.find((one) => one.rows !== rows);
    if (odd) throw new ShapeError(`${shapeOf(inputs[0]!)} beside ${shapeOf(odd)} do not fit`);
    return { rows, cols: inputs.reduce((cols, one) => cols + one.cols, 0) };
  },
  value: (out, inputs) => {
    let col = 0;
    for (const { cols, data } of inputs) {
      for (let at = 0; at < data.length; at++) {
        out.data[Math.floor(at / cols) * out.cols + col + (at % cols)] = data[at]!;
      }
      col += cols;
    }
  },
  pullback: ({ inputs }, gradient, lay) => {
    let col = 0;
    return inputs.map(({ rows, cols }) => {
      const part = lay(slice, [gradient], { row: 0, col, rows, cols });
      col += cols;
      return part;
    });
  },
};
