import type { Variant } from "@/lib/exercise";
import { each, product, type Rows, times, turned } from "../diagnosis/by-loops";
import { holds, rowsIn } from "./an-architecture";

function given({ givens }: Variant) {
  const [x, W, mask, G] = [givens.x, givens.W, givens.mask, givens.G].map(rowsIn) as unknown as [
    Rows,
    Rows,
    Rows,
    Rows,
  ];
  return { x, W, mask, G, rate: givens.rate as number };
}

type Numbers = ReturnType<typeof given>;

const hiddenOf = ({ W, x }: Numbers) => each(product(W, x), Math.tanh);
const masked = ({ mask }: Numbers, h: Rows) => times(h, mask);
const dropped = (numbers: Numbers, h: Rows) =>
  each(masked(numbers, h), (v) => v / (1 - numbers.rate));

const byW = (numbers: Numbers, dh: Rows) =>
  product(
    times(
      dh,
      each(hiddenOf(numbers), (v) => 1 - v * v),
    ),
    turned(numbers.x),
  );

holds("dropout.mdx", {
  keys: (variant) => {
    const numbers = given(variant);
    const h = hiddenOf(numbers);
    const dh = dropped(numbers, numbers.G);
    return { h, kept: dropped(numbers, h), dh, dW: byW(numbers, dh) };
  },
  mistakes: [
    {
      part: "kept",
      rule: "mask-not-rescaled",
      made: (variant) => masked(given(variant), hiddenOf(given(variant))),
    },
    {
      part: "kept",
      rule: "rescaled-by-rate",
      made: (variant) => {
        const numbers = given(variant);
        return each(masked(numbers, hiddenOf(numbers)), (v) => v / numbers.rate);
      },
    },
    {
      part: "dh",
      rule: "mask-not-rescaled",
      made: (variant) => masked(given(variant), given(variant).G),
    },
    {
      part: "dh",
      rule: "dropout-forgotten",
      made: (variant) => given(variant).G,
    },
    {
      part: "dh",
      rule: "dropout-mask-forgotten",
      made: (variant) => each(given(variant).G, (v) => v / (1 - given(variant).rate)),
    },
    {
      part: "dW",
      rule: "hidden-slope-left-out",
      made: (variant) => {
        const numbers = given(variant);
        return product(dropped(numbers, numbers.G), turned(numbers.x));
      },
    },
  ],
  follows: {
    wrong: "dh",
    later: "dW",
    made: (variant) => {
      const numbers = given(variant);
      const dh = masked(numbers, numbers.G);
      return [dh, byW(numbers, dh)];
    },
  },
});
