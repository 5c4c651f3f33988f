import { aside, type Node } from "../graph";
import { constant } from "../ops/constant";
import { each } from "../ops/each";
import { multiply } from "../ops/multiply";
import { slice } from "../ops/slice";
import { subtract } from "../ops/subtract";
import { rowSums } from "../ops/sum";
import { transpose } from "../ops/transpose";

/** A lone number, laid aside. */
export const lone = (v: number): Node =>
  aside(constant, [], { rows: 1, cols: 1, data: Float64Array.of(v) });

export const one = lone(1);
const two = lone(2);
const half = lone(0.5);

export const twice = (a: Node): Node => aside(multiply, [two, a]);
export const halved = (a: Node): Node => aside(multiply, [half, a]);
export const oneMinus = (a: Node): Node => aside(subtract, [one, a]);
export const transposed = (a: Node): Node => aside(transpose, [a]);

/** One number in every entry of a shape. */
export const filled = (a: Node, v: number): Node => aside(each, [a], () => v);

/** Every entry to two decimals. */
export const rounded = (a: Node): Node => aside(each, [a], (v) => Math.round(100 * v) / 100);

/** The sum of every column, a row. */
export const columnSums = (a: Node): Node =>
  a.rows === 1 ? a : transposed(aside(rowSums, [transposed(a)]));

/** The first example of a batch. */
export const firstColumn = (a: Node): Node =>
  aside(slice, [a], { row: 0, col: 0, rows: a.rows, cols: 1 });

/** A node worked out anew, something else in the place of one of its inputs. */
export const withInput = (node: Node, at: number, by: Node): Node =>
  aside(
    node.op,
    node.inputs.map((input, i) => (i === at ? by : input)),
    node.settings,
  );
