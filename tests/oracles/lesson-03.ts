import type { Givens, Oracle } from "./answers";
import { activations, feedForward } from "./plain-network";

/** What a forecast p of a yes gave to what came. */
const toldOf = (y: number, p: number) => (y === 1 ? p : 1 - p);

const priceOf = (y: number, p: number) => -Math.log(toldOf(y, p));

function squares(y: readonly number[], p: readonly number[]) {
  let total = 0;
  for (let k = 0; k < p.length; k++) total += (p[k]! - y[k]!) * (p[k]! - y[k]!);
  return total;
}

const pairsOf = (givens: Givens) => {
  const y = givens.vector("y");
  return givens.vector("p").map((p, i) => [y[i]!, p] as const);
};

const priceOfOne = (givens: Givens) => ({ loss: priceOf(givens.number("y"), givens.number("p")) });

export const oracle: Oracle = {
  "squared-error": (givens) => ({
    one: squares([givens.number("y")], [givens.number("p")]),
    three: squares(givens.vector("ys"), givens.vector("ps")),
  }),
  "price-of-a-forecast": (givens) => ({ loss: priceOf(1, givens.number("p")) }),
  "back-from-the-loss": (givens) => ({ p: 1 / Math.exp(givens.number("L")) }),
  likelihood: (givens) => {
    let [chance, total] = [1, 0];
    for (const [y, p] of pairsOf(givens)) {
      chance *= toldOf(y, p);
      total += priceOf(y, p);
    }
    return { chance, total };
  },
  "dry-day": priceOfOne,
  "which-logarithm": priceOfOne,
  "cross-entropy-of-classes": (givens) => {
    const truth = givens.vector("y").indexOf(1);
    return { loss: Math.log(1 / givens.vector("p")[truth]!) };
  },
  "knowing-nothing": () => ({ loss: "-ln(1/K)" }),
  "slope-of-a-square": (givens) => {
    const [y, p] = [givens.number("y"), givens.number("p")];
    const step = 0.25;
    return { dp: (squares([y], [p + step]) - squares([y], [p - step])) / (2 * step) };
  },
  "loss-of-a-batch": (givens) => {
    const prices = pairsOf(givens).map(([y, p]) => priceOf(y, p));
    return { loss: prices.reduce((sum, price) => sum + price, 0) / prices.length };
  },
  "forward-to-the-loss": (givens) => {
    const [layer] = feedForward(givens.network("net"), givens.vector("x"), [activations.sigmoid]);
    const [z, p, y] = [layer!.z[0]!, layer!.h[0]!, givens.number("y")];
    return { z, p, loss: priceOf(y, p), square: squares([y], [p]) };
  },
  "cheapest-first": () => ({
    order: {
      steps: [
        "$y = 1$ and $p = 0.95$",
        "$y = 0$ and $p = 0.2$",
        "$y = 1$ and $p = 0.5$",
        "$y = 0$ and $p = 0.7$",
        "$y = 1$ and $p = 0.02$",
      ],
    },
  }),
  "about-losses": () => ({
    facts: {
      options: [
        "A prediction of $p = \\frac{1}{2}$ has the same binary cross-entropy for both labels.",
        "The squared error of one output is never more than 1.",
        "Over several classes, only the probability of the true class counts for the cross-entropy.",
      ],
    },
  }),
};
