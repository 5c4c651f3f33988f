import type { Variant } from "@/lib/exercise";
import { both, each, product, type Rows, times, turned } from "../diagnosis/by-loops";
import { holds, rowsIn, slopes } from "./an-architecture";

function given({ givens }: Variant) {
  const [x, W1, W2, G] = [givens.x, givens.W1, givens.W2, givens.G].map(rowsIn) as unknown as [
    Rows,
    Rows,
    Rows,
    Rows,
  ];
  return { x, W1, W2, G };
}

type Numbers = ReturnType<typeof given>;

const plus = (a: Rows, b: Rows) => both(a, b, (u, v) => u + v);
const hiddenOf = ({ x, W1 }: Numbers) => each(product(W1, x), Math.tanh);
const branch = (numbers: Numbers) => product(numbers.W2, hiddenOf(numbers));
const outOf = (numbers: Numbers) => plus(numbers.x, branch(numbers));
const lossOf = (numbers: Numbers) =>
  times(numbers.G, outOf(numbers))
    .flat()
    .reduce((sum, v) => sum + v, 0);

const dhOf = ({ W2, G }: Numbers) => product(turned(W2), G);
const dzOf = (numbers: Numbers, dh: Rows) =>
  times(
    dh,
    each(hiddenOf(numbers), (v) => 1 - v * v),
  );

holds("residual-block.mdx", {
  within: 1e-7,
  keys: (variant) => {
    const numbers = given(variant);
    return {
      y: outOf(numbers),
      dh: dhOf(numbers),
      dW1: slopes(numbers.W1, (W1) => lossOf({ ...numbers, W1 })),
      dx: slopes(numbers.x, (x) => lossOf({ ...numbers, x })),
    };
  },
  mistakes: [
    { part: "y", rule: "term-left-out", made: (variant) => branch(given(variant)) },
    {
      part: "dx",
      rule: "path-left-out",
      made: (variant) => {
        const numbers = given(variant);
        return product(turned(numbers.W1), dzOf(numbers, dhOf(numbers)));
      },
    },
    {
      part: "dW1",
      rule: "hidden-slope-left-out",
      made: (variant) => product(dhOf(given(variant)), turned(given(variant).x)),
    },
  ],
  follows: {
    wrong: "dh",
    later: "dW1",
    made: (variant) => {
      const numbers = given(variant);
      const dh = each(dhOf(numbers), (v) => Number((-v).toPrecision(5)));
      return [dh, product(dzOf(numbers, dh), turned(numbers.x))];
    },
  },
});
