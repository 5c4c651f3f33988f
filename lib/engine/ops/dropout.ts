import type { Op } from "../graph";
import { expectShape } from "../shape-error";

/** h ⊙ mask / (1 − rate): what the mask has a 0 for is dropped, and the rest made larger by what is dropped on average. The
 *  rate, below 1, is the setting. */
export const dropout: Op<number> = {
  name: "dropout",
  shape: ([h, mask]) => {
    expectShape("the mask", mask!, h!.rows, h!.cols);
    return h!;
  },
  value: (out, [h, mask], rate) => {
    for (let at = 0; at < out.data.length; at++) {
      out.data[at] = (h!.data[at]! * mask!.data[at]!) / (1 - rate);
    }
  },
  pullback: ({ inputs: [, mask], settings }, gradient, lay) => [
    lay(dropout, [gradient, mask!], settings),
    undefined,
  ],
};
