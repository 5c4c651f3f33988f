import { minus } from "../cancelled";
import type { Lay, Node, Op } from "../graph";
import { expectShape } from "../shape-error";
import { type Axis, groupOf, reduced, sumsOf } from "./axis";
import { constant } from "./constant";
import { multiply } from "./multiply";
import { negate } from "./negate";

/** Along which axis a norm goes, and the small number in its root. */
export interface Norm {
  readonly axis: Axis;
  readonly epsilon: number;
}

/** (x − mean) / √(variance + ε), with the mean and the variance of its row, or of its column. */
export const standardised: Op<Norm> = {
  name: "standardised",
  shape: ([x, mean, variance], { axis }) => {
    const { rows, cols } = reduced(x!, axis);
    expectShape("the mean", mean!, rows, cols);
    expectShape("the variance", variance!, rows, cols);
    return x!;
  },
  value: (out, [x, mean, variance], { axis, epsilon }) => {
    for (let at = 0; at < out.data.length; at++) {
      const group = groupOf(at, out, axis);
      const root = Math.sqrt(variance!.data[group]! + epsilon);
      out.data[at] = minus(x!.data[at]!, mean!.data[group]!) / root;
    }
  },
  pullback: (out, gradient, lay) => {
    const { inputs, settings } = out;
    const share = lay(overDeviation, [gradient, inputs[2]!], settings);
    return [
      share,
      lay(negate, [lay(sumsOf(settings.axis), [share])]),
      byVariance({ share, out, variance: inputs[2]!, norm: settings, lay }),
    ];
  },
};

/** a / √(variance + ε): of a full shape, or one number a row or a column like the variance itself. */
export const overDeviation: Op<Norm> = {
  name: "overDeviation",
  shape: ([a]) => a!,
  value: (out, [a, variance], { axis, epsilon }) => {
    for (let at = 0; at < out.data.length; at++) {
      const root = Math.sqrt(variance!.data[groupOf(at, out, axis)]! + epsilon);
      out.data[at] = a!.data[at]! / root;
    }
  },
  pullback: (out, gradient, lay) => {
    const { inputs, settings } = out;
    const share = lay(overDeviation, [gradient, inputs[1]!], settings);
    return [share, byVariance({ share, out, variance: inputs[1]!, norm: settings, lay })];
  },
};

interface Back {
  /** The gradient over the deviation. */
  readonly share: Node;
  readonly out: Node;
  readonly variance: Node;
  readonly norm: Norm;
  readonly lay: Lay;
}

/** −½ Σ g out / (variance + ε), since the root is below. */
function byVariance({ share, out, variance, norm, lay }: Back): Node {
  const half = lay(constant, [], { rows: 1, cols: 1, data: Float64Array.of(-0.5) });
  const total = lay(sumsOf(norm.axis), [lay(multiply, [share, out])]);
  return lay(multiply, [half, lay(overDeviation, [total, variance], norm)]);
}
