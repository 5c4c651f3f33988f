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

const xhatOf = (x: Rows) => x.map((row) => standardised(row));
const byXhat = ({ G, gamma }: Numbers) => G.map((row, i) => row.map((v) => v * gamma[i]![0]!));
const back = ({ x }: Numbers, dxhat: Rows, ways = {}) =>
  x.map((row, i) => backAlong(row, dxhat[i]!, ways));

holds("batch-norm.mdx", {
  within: 1e-7,
  keys: (variant: Variant) => {
    const numbers = given(variant);
    const xhat = xhatOf(numbers.x);
    return {
      variance: numbers.x.map((row) => [varianceOf(row)]),
      xhat,
      dgamma: slopes(numbers.gamma, (gamma) =>
        lossOf(numbers, scaledShifted({ ...numbers, gamma }, xhat)),
      ),
      dxhat: byXhat(numbers),
      dx: slopes(numbers.x, (x) => lossOf(numbers, scaledShifted(numbers, xhatOf(x)))),
    };
  },
  mistakes: [
    {
      part: "variance",
      rule: "variance-over-n-minus-1",
      made: (variant) => given(variant).x.map((row) => [varianceOf(row, 3)]),
    },
    {
      part: "xhat",
      rule: "variance-for-deviation",
      made: (variant) =>
        given(variant).x.map((row) => {
          const root = Math.sqrt(varianceOf(row) + 0.1);
          return standardised(row).map((v) => v / root);
        }),
    },
    {
      part: "dx",
      rule: "mean-held",
      made: (variant) => {
        const numbers = given(variant);
        return back(numbers, byXhat(numbers), { mean: false });
      },
    },
    {
      part: "dx",
      rule: "variance-held",
      made: (variant) => {
        const numbers = given(variant);
        return back(numbers, byXhat(numbers), { variance: false });
      },
    },
    {
      part: "dx",
      rule: "norm-held",
      made: (variant) => {
        const numbers = given(variant);
        return back(numbers, byXhat(numbers), { mean: false, variance: false });
      },
    },
  ],
  follows: {
    wrong: "dxhat",
    later: "dx",
    made: (variant) => {
      const numbers = given(variant);
      return [
        numbers.G,
        back(
          numbers,
          each(numbers.G, (v) => v),
        ),
      ];
    },
  },
});
