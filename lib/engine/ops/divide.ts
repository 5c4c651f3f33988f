import type { Op } from "../graph";
import { fitted, fittedBack, pairwise } from "./fit";
import { multiply } from "./multiply";
import { negate } from "./negate";

/** a / b, entry by entry; a lone number stands for every entry, a column for every column. */
export const divide: Op = {
  name: "divide",
  shape: ([a, b]) => fitted("over", a!, b!),
  value: (out, [a, b]) => pairwise(out, a!, b!, (u, v) => u / v),
  pullback: (out, gradient, lay) => {
    const [a, b] = out.inputs;
    const share = lay(divide, [gradient, b!]);
    return [
      fittedBack(share, a!, lay),
      fittedBack(lay(negate, [lay(multiply, [share, out])]), b!, lay),
    ];
  },
};
