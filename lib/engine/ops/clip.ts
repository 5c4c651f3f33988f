import type { Op } from "../graph";
import { multiply } from "./multiply";

/** The bounds that entries are brought within. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** Every entry, those below `low` made `low` and those above `high` made `high`. */
export const clip: Op<Bounds> = {
  name: "clip",
  shape: ([a]) => a!,
  value: (out, [a], { low, high }) => {
    for (let at = 0; at < out.data.length; at++) {
      out.data[at] = Math.min(high, Math.max(low, a!.data[at]!));
    }
  },
  pullback: ({ inputs: [a], settings }, gradient, lay) => [
    lay(multiply, [gradient, lay(clipSlope, [a!], settings)]),
  ],
};

/** 1 within the bounds, themselves among them, else 0. */
export const clipSlope: Op<Bounds> = {
  name: "clipSlope",
  shape: ([a]) => a!,
  value: (out, [a], { low, high }) => {
    for (let at = 0; at < out.data.length; at++) {
      const v = a!.data[at]!;
      out.data[at] = v >= low && v <= high ? 1 : 0;
    }
  },
};
