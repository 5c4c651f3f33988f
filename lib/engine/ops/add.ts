import { plus } from "../cancelled";
import type { Op } from "../graph";
import { fitted, fittedBack, pairwise } from "./fit";

/** a + b; a lone number is added to every entry, a column to every column. What cancels is exactly 0. */
export const add: Op = {
  name: "add",
  shape: ([a, b]) => fitted("plus", a!, b!),
  value: (out, [a, b]) => pairwise(out, a!, b!, plus),
  pullback: ({ inputs: [a, b] }, gradient, lay) => [
    fittedBack(gradient, a!, lay),
    fittedBack(gradient, b!, lay),
  ],
};
