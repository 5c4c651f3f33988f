import type { Variant } from "@/lib/exercise";
import { each, type Rows } from "../diagnosis/by-loops";
import { holds, slopes } from "./an-architecture";
import {
  backAlong,
  given,
  lossOf,
  type Numbers,
  scaledShifted,
  standardised,
  varianceOf,
} from "./norms";

const column = (list: readonly number[]) => list.map((v) => [v]);
const xhatOf = (x: Rows, ways = {}) => column(standardised(x.flat(), ways));

/** Back through the norm, by hand. */
function back({ x, gamma, G }: Numbers, ways: { mean?: boolean; variance?: boolean }): number[][] {
  const g = G.map(([v], i) => v! * gamma[i]![0]!);
  return column(backAlong(x.flat(), g, ways));
}

holds("layer-norm.mdx", {
  within: 1e-7,
  keys: (variant: Variant) => {
    const numbers = given(variant);
    const xhat = xhatOf(numbers.x);
    return {
      variance: varianceOf(numbers.x.flat()),
      xhat,
      out: scaledShifted(numbers, xhat),
      dx: slopes(numbers.x, (x) => lossOf(numbers, scaledShifted(numbers, xhatOf(x)))),
    };
  },
  mistakes: [
    {
      part: "variance",
      rule: "variance-over-n-minus-1",
      made: (variant) => varianceOf(given(variant).x.flat(), 3),
    },
    {
      part: "xhat",
      rule: "epsilon-left-out",
      made: (variant) => xhatOf(given(variant).x, { eps: 0 }),
    },
    {
      part: "out",
      rule: "term-left-out",
      made: (variant) => {
        const numbers = given(variant);
        const zeros = each(numbers.beta, () => 0);
        return scaledShifted({ ...numbers, beta: zeros }, xhatOf(numbers.x));
      },
    },
    {
      part: "dx",
      rule: "mean-held",
      made: (variant) => back(given(variant), { mean: false }),
    },
    {
      part: "dx",
      rule: "variance-held",
      made: (variant) => back(given(variant), { variance: false }),
    },
    {
      part: "dx",
      rule: "norm-held",
      made: (variant) => back(given(variant), { mean: false, variance: false }),
    },
  ],
  follows: {
    wrong: "xhat",
    later: "out",
    made: (variant) => {
      const numbers = given(variant);
      const xhat = xhatOf(numbers.x, { n: 3 });
      const typed = each(xhat, (v) => Number(v.toPrecision(5)));
      return [xhat, scaledShifted(numbers, typed)];
    },
  },
});
