import type { Op } from "../graph";
import { expectShape } from "../shape-error";
import { multiply } from "./multiply";

/** Scores with those hidden that a mask has a 0 for: what is added there, −∞ or a large negative number, is the setting, so
 *  that a softmax gives them no weight. Where the mask has a 1, scores stay. */
export const masked: Op<number> = {
  name: "masked",
  shape: ([scores, mask]) => {
    expectShape("the mask", mask!, scores!.rows, scores!.cols);
    return scores!;
  },
  value: (out, [scores, mask], hidden) => {
    for (let at = 0; at < out.data.length; at++) {
      out.data[at] = scores!.data[at]! + (mask!.data[at] === 0 ? hidden : 0);
    }
  },
  pullback: ({ inputs: [, mask], settings }, gradient, lay) => [
    Number.isFinite(settings) ? gradient : lay(multiply, [gradient, mask!]),
    undefined,
  ],
};
