import { minus } from "../cancelled";
import type { Op } from "../graph";
import { fitted, fittedBack, pairwise } from "./fit";
import { negate } from "./negate";

/** a − b; a lone number stands for every entry, a column for every column. What cancels is exactly 0. */
export const subtract: Op = {
  name: "subtract",
  shape: ([a, b]) => fitted("minus", a!, b!),
  value: (out, [a, b]) => pairwise(out, a!, b!, minus),
  pullback: ({ inputs: [a, b] }, gradient, lay) => [
    fittedBack(gradient, a!, lay),
    lay(negate, [fittedBack(gradient, b!, lay)]),
  ],
};
