import type { Op } from "../graph";
import { expectShape } from "../shape-error";
import { constant } from "./constant";
import { multiply } from "./multiply";
import { sum } from "./sum";

/** Whether the penalty has the ½ that cancels the 2 of its gradient. */
export interface Halved {
  readonly isHalved: boolean;
}

/** λ Σ w², or λ/2 Σ w², over all entries of W. */
export const l2Penalty: Op<Halved> = {
  name: "l2Penalty",
  shape: ([, lambda]) => {
    expectShape("lambda", lambda!, 1, 1);
    return { rows: 1, cols: 1 };
  },
  value: (out, [W, lambda], { isHalved }) => {
    const total = W!.data.reduce((squares, w) => squares + w * w, 0);
    out.data[0] = (lambda!.data[0]! * total) / (isHalved ? 2 : 1);
  },
  pullback: ({ inputs: [W, lambda], settings }, gradient, lay) => {
    const one = lay(constant, [], { rows: 1, cols: 1, data: Float64Array.of(1) });
    return [
      lay(l2Back, [gradient, W!, lambda!], settings),
      lay(multiply, [gradient, lay(l2Penalty, [W!, one], settings)]),
    ];
  },
};

/** The gradient of the penalty by W: 2λ W, or λ W with the ½. */
export const l2Back: Op<Halved> = {
  name: "l2Back",
  shape: ([, W]) => W!,
  value: (out, [g, W, lambda], { isHalved }) => {
    const factor = g!.data[0]! * lambda!.data[0]! * (isHalved ? 1 : 2);
    for (let at = 0; at < out.data.length; at++) out.data[at] = factor * W!.data[at]!;
  },
  pullback: ({ inputs: [g, W, lambda], settings }, gradient, lay) => {
    const one = lay(constant, [], { rows: 1, cols: 1, data: Float64Array.of(1) });
    const both = (a: typeof W, b: typeof W) => lay(sum, [lay(multiply, [a!, b!])]);
    return [
      both(gradient, lay(l2Back, [one, W!, lambda!], settings)),
      lay(l2Back, [g!, gradient, lambda!], settings),
      both(gradient, lay(l2Back, [g!, W!, one], settings)),
    ];
  },
};
