import type { Op } from "../graph";
import { fitted, fittedBack, pairwise } from "./fit";

/** a ⊙ b, entry by entry (Hadamard); a lone number stands for every entry, a column for every column. */
export const multiply: Op = {
  name: "multiply",
  shape: ([a, b]) => fitted("⊙", a!, b!),
  value: (out, [a, b]) => pairwise(out, a!, b!, (u, v) => u * v),
  pullback: ({ inputs: [a, b] }, gradient, lay) => [
    fittedBack(lay(multiply, [gradient, b!]), a!, lay),
    fittedBack(lay(multiply, [a!, gradient]), b!, lay),
  ],
};
