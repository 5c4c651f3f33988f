import { unlessCancelled } from "../cancelled";
import type { Op, Shape } from "../graph";
import { ShapeError, shapeOf } from "../shape-error";

/** The sum of all entries; 0 of none, and where they cancel. */
export const sum: Op = {
  name: "sum",
  shape: () => ({ rows: 1, cols: 1 }),
  value: (out, [a]) => {
    out.data[0] = summed(a!.data, 0, a!.data.length);
  },
  pullback: ({ inputs: [a] }, gradient, lay) => [lay(repeat, [gradient], a!)],
};

/** The sum of every row, a column; a column is its own. */
export const rowSums: Op = {
  name: "rowSums",
  shape: ([a]) => ({ rows: a!.rows, cols: 1 }),
  value: (out, [a]) => {
    const { rows, cols, data } = a!;
    for (let i = 0; i < rows; i++) out.data[i] = summed(data, i * cols, (i + 1) * cols);
  },
  pullback: ({ inputs: [a] }, gradient, lay) => [lay(repeat, [gradient], a!)],
};

/** A lone number in every entry of a shape, or a column in every column: the way back through a sum. */
export const repeat: Op<Shape> = {
  name: "repeat",
  shape: ([a], { rows, cols }) => {
    const fits = a!.cols === 1 && (a!.rows === rows || a!.rows === 1);
    if (fits) return { rows, cols };
    throw new ShapeError(`${shapeOf(a!)} does not fill ${rows}×${cols}`);
  },
  value: ({ cols, data }, [a]) => {
    const lone = a!.data.length === 1;
    for (let i = 0; i < data.length; i++) data[i] = a!.data[lone ? 0 : Math.floor(i / cols)]!;
  },
  pullback: ({ inputs: [a] }, gradient, lay) => [
    lay(a!.data.length === 1 ? sum : rowSums, [gradient]),
  ],
};

function summed(data: Float64Array, from: number, to: number): number {
  let total = 0;
  let size = 0;
  for (let at = from; at < to; at++) {
    total += data[at]!;
    size += Math.abs(data[at]!);
  }
  return unlessCancelled(total, size);
}
