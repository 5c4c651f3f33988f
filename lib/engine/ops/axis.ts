import type { Op, Shape } from "../graph";
import type { Tensor } from "../tensor";
import { columnSums } from "./column-sums";
import { rowSums } from "./sum";

/** Whether each row comes to one number, so that there is a column of them, or each column, so that there is a row. */
export type Axis = "rows" | "columns";

/** The shape of one number a row, or one a column. */
export function reduced({ rows, cols }: Shape, axis: Axis): Shape {
  return axis === "rows" ? { rows, cols: 1 } : { rows: 1, cols };
}

/** Of how many entries each of those numbers is. */
export function countOf({ rows, cols }: Shape, axis: Axis): number {
  return axis === "rows" ? cols : rows;
}

/** Which row, or which column, an entry is of. */
export function groupOf(at: number, { cols }: Shape, axis: Axis): number {
  return axis === "rows" ? Math.floor(at / cols) : at % cols;
}

/** The op that adds up along an axis. */
export function sumsOf(axis: Axis): Op {
  return axis === "rows" ? rowSums : columnSums;
}

/** The mean of each row, or of each column. */
export function meansOf(a: Tensor, axis: Axis): Float64Array {
  const { rows, cols } = reduced(a, axis);
  const out = { rows, cols, data: new Float64Array(rows * cols) };
  sumsOf(axis).value(out, [a], undefined);
  return out.data.map((total) => total / countOf(a, axis));
}
