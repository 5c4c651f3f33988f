import type { Op } from "../graph";
import { constant } from "./constant";
import { fitted, fittedBack, pairwise } from "./fit";
import { log } from "./logarithm";
import { multiply } from "./multiply";
import { subtract } from "./subtract";

/** a to the power of b, entry by entry; a lone number stands for every entry. The gradient by b is that for a above 0. */
export const power: Op = {
  name: "power",
  shape: ([a, b]) => fitted("to the power of", a!, b!),
  value: (out, [a, b]) => pairwise(out, a!, b!, (u, v) => u ** v),
  pullback: (out, gradient, lay) => {
    const [a, b] = out.inputs;
    const below = lay(power, [a!, lay(subtract, [b!, lay(constant, [], one)])]);
    const byBase = lay(multiply, [gradient, lay(multiply, [b!, below])]);
    const hasLog = a!.data.every((v) => v > 0);
    return [
      fittedBack(byBase, a!, lay),
      hasLog && b!.inputs.length > 0
        ? fittedBack(lay(multiply, [gradient, lay(multiply, [out, lay(log, [a!])])]), b!, lay)
        : undefined,
    ];
  },
};

const one = { rows: 1, cols: 1, data: Float64Array.of(1) };
