import type { Op, Shape } from "../graph";
import { type Axis, countOf, groupOf, meansOf, reduced, sumsOf } from "./axis";
import { constant } from "./constant";
import { multiply } from "./multiply";

/** The mean of every row, a column, or of every column, a row. */
export const means: Op<Axis> = {
  name: "means",
  shape: ([a], axis) => reduced(a!, axis),
  value: (out, [a], axis) => out.data.set(meansOf(a!, axis)),
  pullback: ({ inputs: [a], settings: axis }, gradient, lay) => [
    lay(meansBack, [gradient], { axis, whole: a! }),
  ],
};

/** The gradient by what a mean was taken of: every entry gets an equal share of that of its row, or of its column. */
export const meansBack: Op<{ readonly axis: Axis; readonly whole: Shape }> = {
  name: "meansBack",
  shape: (_, { whole: { rows, cols } }) => ({ rows, cols }),
  value: (out, [g], { axis, whole }) => {
    const count = countOf(whole, axis);
    for (let at = 0; at < out.data.length; at++) {
      out.data[at] = g!.data[groupOf(at, whole, axis)]! / count;
    }
  },
  pullback: ({ settings: { axis, whole } }, gradient, lay) => {
    const share = { rows: 1, cols: 1, data: Float64Array.of(1 / countOf(whole, axis)) };
    const total = lay(sumsOf(axis), [gradient]);
    return [lay(multiply, [total, lay(constant, [], share)])];
  },
};
