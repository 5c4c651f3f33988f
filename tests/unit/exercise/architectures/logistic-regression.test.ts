import type { Variant } from "@/lib/exercise";
import { both, each, minus, product, type Rows, sigma, turned } from "../diagnosis/by-loops";
import { holds, rowsIn, slope, slopes } from "./an-architecture";

function given({ givens }: Variant) {
  const [X, y, w] = [givens.X, givens.y, givens.w].map(rowsIn) as unknown as [Rows, Rows, Rows];
  return { X, y, w, b: givens.b as number, lambda: givens.lambda as number };
}

type Numbers = ReturnType<typeof given>;

const probabilities = ({ X, w, b }: Numbers) => each(product(w, X), (v) => sigma(v + b));
const penalty = ({ w, lambda }: Numbers) => (lambda / 2) * w[0]!.reduce((sum, v) => sum + v * v, 0);

function crossEntropy(numbers: Numbers): number {
  const [p] = probabilities(numbers);
  const terms = p!.map((v, i) => Math.log(numbers.y[0]![i] === 1 ? v : 1 - v));
  return -terms.reduce((sum, v) => sum + v, 0) / 4;
}

const lossOf = (numbers: Numbers) => crossEntropy(numbers) + penalty(numbers);

/** The gradient by hand, so many times λ w added. */
const byHand = (numbers: Numbers, times: number, share = 1 / 4) =>
  both(
    product(minus(probabilities(numbers), numbers.y), turned(numbers.X)),
    numbers.w,
    (v, w) => share * v + times * numbers.lambda * w,
  );

const dzOf = (numbers: Numbers) => each(minus(probabilities(numbers), numbers.y), (v) => v / 4);

holds("logistic-regression.mdx", {
  within: 1e-7,
  keys: (variant) => {
    const numbers = given(variant);
    const db = slope(numbers.b, (b) => lossOf({ ...numbers, b }));
    return {
      P: probabilities(numbers),
      loss: lossOf(numbers),
      dz: dzOf(numbers),
      dw: slopes(numbers.w, (w) => lossOf({ ...numbers, w })),
      db,
    };
  },
  mistakes: [
    { part: "loss", rule: "penalty-left-out", made: (variant) => crossEntropy(given(variant)) },
    {
      part: "loss",
      rule: "penalty-half",
      made: (variant) => crossEntropy(given(variant)) + 2 * penalty(given(variant)),
    },
    {
      part: "dw",
      rule: "penalty-gradient-left-out",
      made: (variant) => byHand(given(variant), 0),
    },
    { part: "dw", rule: "penalty-two", made: (variant) => byHand(given(variant), 2) },
    { part: "dw", rule: "penalty-sign", made: (variant) => byHand(given(variant), -1) },
  ],
  follows: {
    wrong: "dz",
    later: "db",
    made: (variant) => {
      const dz = each(dzOf(given(variant)), (v) => Number((4 * v).toPrecision(5)));
      return [dz, dz[0]!.reduce((sum, v) => sum + v, 0)];
    },
  },
});
