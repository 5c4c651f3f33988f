import type { Op } from "../graph";
import { expectShape } from "../shape-error";
import { constant } from "./constant";
import { multiply } from "./multiply";
import { subtract } from "./subtract";

/** z ⊙ h + (1 − z) ⊙ n: of the state h before, what the update gate z keeps, and the rest from the candidate n. */
export const blend: Op = {
  name: "blend",
  shape: ([z, h, n]) => {
    expectShape("the state", h!, z!.rows, z!.cols);
    expectShape("the candidate", n!, z!.rows, z!.cols);
    return z!;
  },
  value: (out, [z, h, n]) => {
    for (let at = 0; at < out.data.length; at++) {
      const kept = z!.data[at]!;
      out.data[at] = kept * h!.data[at]! + (1 - kept) * n!.data[at]!;
    }
  },
  pullback: ({ inputs: [z, h, n] }, gradient, lay) => {
    const one = lay(constant, [], { rows: 1, cols: 1, data: Float64Array.of(1) });
    return [
      lay(multiply, [gradient, lay(subtract, [h!, n!])]),
      lay(multiply, [gradient, z!]),
      lay(multiply, [gradient, lay(subtract, [one, z!])]),
    ];
  },
};
