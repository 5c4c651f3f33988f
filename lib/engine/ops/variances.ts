import type { Op } from "../graph";
import { expectShape } from "../shape-error";
import { type Axis, countOf, groupOf, meansOf, reduced, sumsOf } from "./axis";
import { constant } from "./constant";
import { multiply } from "./multiply";

/** The variance of every row, a column, or of every column, a row: the mean of (x − mean)², over n and not n − 1, as norms
 *  take it. */
export const variances: Op<Axis> = {
  name: "variances",
  shape: ([x], axis) => reduced(x!, axis),
  value: (out, [x], axis) => {
    const centres = meansOf(x!, axis);
    out.data.fill(0);
    for (let at = 0; at < x!.data.length; at++) {
      const group = groupOf(at, x!, axis);
      out.data[group]! += (x!.data[at]! - centres[group]!) ** 2 / countOf(x!, axis);
    }
  },
  pullback: ({ inputs: [x], settings }, gradient, lay) => [
    lay(variancesBack, [gradient, x!], settings),
  ],
};

/** The gradient by what a variance was taken of: g · 2 (x − mean) / n, with the g of its row, or of its column. */
export const variancesBack: Op<Axis> = {
  name: "variancesBack",
  shape: ([g, x], axis) => {
    const { rows, cols } = reduced(x!, axis);
    expectShape("the gradient", g!, rows, cols);
    return x!;
  },
  value: (out, [g, x], axis) => {
    const centres = meansOf(x!, axis);
    for (let at = 0; at < out.data.length; at++) {
      const group = groupOf(at, x!, axis);
      const from = x!.data[at]! - centres[group]!;
      out.data[at] = (g!.data[group]! * 2 * from) / countOf(x!, axis);
    }
  },
  pullback: ({ inputs: [g, x], settings: axis }, gradient, lay) => {
    const ones = lay(constant, [], { ...reduced(g!, axis), data: g!.data.slice().fill(1) });
    const slope = lay(variancesBack, [ones, x!], axis);
    return [
      lay(sumsOf(axis), [lay(multiply, [gradient, slope])]),
      lay(variancesBack, [g!, gradient], axis),
    ];
  },
};
