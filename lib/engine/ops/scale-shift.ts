import type { Op } from "../graph";
import { expectShape } from "../shape-error";
import { add } from "./add";
import { multiply } from "./multiply";
import { rowSums } from "./sum";

/** γ ⊙ x̂ + β, a scale and a shift for every row: the last step of a norm. γ and β are columns. */
export const scaleShift: Op = {
  name: "scaleShift",
  shape: ([x, gamma, beta]) => {
    expectShape("gamma", gamma!, x!.rows, 1);
    expectShape("beta", beta!, x!.rows, 1);
    return x!;
  },
  value: (out, [x, gamma, beta]) => {
    multiply.value(out, [x!, gamma!], undefined);
    add.value(out, [{ ...out }, beta!], undefined);
  },
  pullback: ({ inputs: [x, gamma] }, gradient, lay) => [
    lay(multiply, [gradient, gamma!]),
    lay(rowSums, [lay(multiply, [gradient, x!])]),
    lay(rowSums, [gradient]),
  ],
};
