import type { Op } from "../graph";

/** Every entry over √d, so that scores of long keys are no larger than those of short ones; d is the setting. */
export const scaled: Op<number> = {
  name: "scaled",
  shape: ([a]) => a!,
  value: (out, [a], d) => {
    for (let at = 0; at < out.data.length; at++) out.data[at] = a!.data[at]! / Math.sqrt(d);
  },
  pullback: ({ settings }, gradient, lay) => [lay(scaled, [gradient], settings)],
};
