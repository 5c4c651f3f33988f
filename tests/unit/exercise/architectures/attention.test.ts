import type { Variant } from "@/lib/exercise";
import { each, product, type Rows, times, turned } from "../diagnosis/by-loops";
import { holds, rowsIn, slopes } from "./an-architecture";

function given({ givens }: Variant) {
  const [Q, K, V, G] = [givens.Q, givens.K, givens.V, givens.G].map(rowsIn) as unknown as [
    Rows,
    Rows,
    Rows,
    Rows,
  ];
  return { Q, K, V, G };
}

type Numbers = ReturnType<typeof given>;

const scoresOf = ({ Q, K }: Numbers) => product(Q, turned(K));

/** A query sees its own key and those before. */
const hidden = (S: Rows, by: number) => S.map((row, i) => row.map((v, j) => (j > i ? by : v)));

function softmaxOf(row: readonly number[]): number[] {
  const powers = row.map(Math.exp);
  const total = powers.reduce((a, v) => a + v, 0);
  return powers.map((v) => v / total);
}

const alongRows = (S: Rows) => S.map(softmaxOf);
const weightsOf = (S: Rows) => alongRows(hidden(S, -Infinity));
const scaledOf = (numbers: Numbers) => each(scoresOf(numbers), (v) => v / 2);

const lossOf = ({ G }: Numbers, O: Rows) =>
  times(G, O)
    .flat()
    .reduce((sum, v) => sum + v, 0);

holds("attention.mdx", {
  within: 1e-7,
  keys: (variant) => {
    const numbers = given(variant);
    const S = scaledOf(numbers);
    const A = weightsOf(S);
    return {
      S,
      A,
      O: product(A, numbers.V),
      dV: slopes(numbers.V, (V) => lossOf(numbers, product(A, V))),
      dS: slopes(S, (moved) => lossOf(numbers, product(weightsOf(moved), numbers.V))),
    };
  },
  mistakes: [
    {
      part: "S",
      rule: "attention-scale-left-out",
      made: (variant) => scoresOf(given(variant)),
    },
    {
      part: "S",
      rule: "attention-scale-by-d",
      made: (variant) => each(scoresOf(given(variant)), (v) => v / 4),
    },
    {
      part: "A",
      rule: "softmax-axis",
      made: (variant) => turned(alongRows(turned(hidden(scaledOf(given(variant)), -Infinity)))),
    },
    {
      part: "A",
      rule: "mask-forgotten",
      made: (variant) => alongRows(scaledOf(given(variant))),
    },
    {
      part: "A",
      rule: "mask-zeroed",
      made: (variant) => alongRows(hidden(scaledOf(given(variant)), 0)),
    },
    {
      part: "dV",
      rule: "transpose-left-out",
      made: (variant) => {
        const numbers = given(variant);
        return product(weightsOf(scaledOf(numbers)), numbers.G);
      },
    },
  ],
  follows: {
    wrong: "S",
    later: "A",
    made: (variant) => {
      const S = scoresOf(given(variant));
      return [S, weightsOf(each(S, (v) => Number(v.toPrecision(5))))];
    },
  },
});
