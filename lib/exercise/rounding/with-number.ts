import type { Change, Node } from "@/lib/engine";

/** What a node comes to with another number in its i-th place. */
export const withNumber = (at: Node, data: Float64Array, i: number, v: number): Change => ({
  at,
  by: { rows: at.rows, cols: at.cols, data: data.with(i, v) },
});
