import type { Op } from "../graph";
import { expectShape } from "../shape-error";
import { multiply } from "./multiply";

/** f ⊙ c + i ⊙ g: of the state c before, what the forget gate f keeps, and of the candidate g, what the input gate i lets in. */
export const cellState: Op = {
  name: "cellState",
  shape: ([f, c, i, g]) => {
    expectShape("the state", c!, f!.rows, f!.cols);
    expectShape("the input gate", i!, f!.rows, f!.cols);
    expectShape("the candidate", g!, f!.rows, f!.cols);
    return f!;
  },
  value: (out, [f, c, i, g]) => {
    for (let at = 0; at < out.data.length; at++) {
      out.data[at] = f!.data[at]! * c!.data[at]! + i!.data[at]! * g!.data[at]!;
    }
  },
  pullback: ({ inputs: [f, c, i, g] }, gradient, lay) => [
    lay(multiply, [gradient, c!]),
    lay(multiply, [gradient, f!]),
    lay(multiply, [gradient, g!]),
    lay(multiply, [gradient, i!]),
  ],
};
