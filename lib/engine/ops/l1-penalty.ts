import type { Op } from "../graph";
import { expectShape } from "../shape-error";
import { constant } from "./constant";
import { multiply } from "./multiply";
import { sign } from "./sign";
import { sum } from "./sum";

/** λ Σ |w| over all entries of W. */
export const l1Penalty: Op = {
  name: "l1Penalty",
  shape: ([, lambda]) => {
    expectShape("lambda", lambda!, 1, 1);
    return { rows: 1, cols: 1 };
  },
  value: (out, [W, lambda]) => {
    out.data[0] = lambda!.data[0]! * W!.data.reduce((sizes, w) => sizes + Math.abs(w), 0);
  },
  pullback: ({ inputs: [W, lambda] }, gradient, lay) => {
    const one = lay(constant, [], { rows: 1, cols: 1, data: Float64Array.of(1) });
    return [
      lay(l1Back, [gradient, W!, lambda!]),
      lay(multiply, [gradient, lay(l1Penalty, [W!, one])]),
    ];
  },
};

/** The gradient of the penalty by W: λ sign W, which is taken as 0 where a weight is 0. */
export const l1Back: Op = {
  name: "l1Back",
  shape: ([, W]) => W!,
  value: (out, [g, W, lambda]) => {
    const factor = g!.data[0]! * lambda!.data[0]!;
    for (let at = 0; at < out.data.length; at++) out.data[at] = factor * Math.sign(W!.data[at]!);
  },
  pullback: ({ inputs: [g, W, lambda] }, gradient, lay) => {
    const total = lay(sum, [lay(multiply, [gradient, lay(sign, [W!])])]);
    return [lay(multiply, [total, lambda!]), undefined, lay(multiply, [total, g!])];
  },
};
