import type { Variant } from "@/lib/exercise";
import { both, each, minus, product, type Rows, turned } from "../diagnosis/by-loops";
import { holds, rowsIn, slope, slopes } from "./an-architecture";

function given({ givens }: Variant) {
  const [X, y, w] = [givens.X, givens.y, givens.w].map(rowsIn) as unknown as [Rows, Rows, Rows];
  return { X, y, w, b: givens.b as number, alpha: givens.alpha as number };
}

type Numbers = ReturnType<typeof given>;

const lineOf = ({ X, w, b }: Numbers) => each(product(w, X), (v) => v + b);
const lossOf = (numbers: Numbers) =>
  minus(lineOf(numbers), numbers.y)[0]!.reduce((sum, v) => sum + v * v, 0) / 4;

/** Each weight's gradient, with another factor before the sum than 2/m. */
const byHand = (numbers: Numbers, factor: number) =>
  each(product(minus(lineOf(numbers), numbers.y), turned(numbers.X)), (v) => factor * v);

const stepped = ({ w, alpha }: Numbers, dw: Rows, sign = -1) =>
  both(w, dw, (v, d) => v + sign * alpha * d);

holds("linear-regression.mdx", {
  within: 1e-7,
  keys: (variant) => {
    const numbers = given(variant);
    const dw = slopes(numbers.w, (w) => lossOf({ ...numbers, w }));
    const db = slope(numbers.b, (b) => lossOf({ ...numbers, b }));
    const next = stepped(numbers, dw);
    return { yhat: lineOf(numbers), loss: lossOf(numbers), dw, db, next };
  },
  mistakes: [
    {
      part: "yhat",
      rule: "bias-left-out",
      made: (variant) => product(given(variant).w, given(variant).X),
    },
    {
      part: "dw",
      rule: "square-factor-left-out",
      made: (variant) => byHand(given(variant), 1 / 4),
    },
    {
      part: "dw",
      rule: "sum-for-mean",
      made: (variant) => byHand(given(variant), 2),
    },
    {
      part: "dw",
      rule: "sign-turned",
      made: (variant) => byHand(given(variant), -2 / 4),
    },
    {
      part: "next",
      rule: "uphill",
      made: (variant) => {
        const numbers = given(variant);
        return stepped(numbers, byHand(numbers, 2 / 4), 1);
      },
    },
  ],
  follows: {
    wrong: "dw",
    later: "next",
    made: (variant) => {
      const numbers = given(variant);
      const dw = each(byHand(numbers, 1 / 4), (v) => Number(v.toPrecision(5)));
      return [dw, stepped(numbers, dw)];
    },
  },
});
