import type { Givens, Oracle } from "./answers";
import { activations, feedForward, sigma } from "./plain-network";

/** The slope of −ln of what was given to the truth, with respect to p. */
const slopeOfLoss = (y: number, p: number) => (y === 1 ? -1 / p : 1 / (1 - p));

/** h of the layer before the output, and p, of a network of sigmoids. */
function endOf(givens: Givens) {
  const net = givens.network("net");
  const gs = net.W.map(() => activations.sigmoid);
  const layers = feedForward(net, givens.vector("x"), gs);
  return { p: layers.at(-1)!.h[0]!, h: layers.at(-2)?.h ?? givens.vector("x") };
}

const order = [
  "Feed the $i$th example forward.",
  "Compute the loss of the $i$th example.",
  "Aggregate: take the mean of the $m$ losses.",
  "Compute the gradient of the mean loss with respect to all weights and biases.",
  "Update all weights and biases.",
];

export const oracle: Oracle = {
  "iteration-order": () => ({ order: { steps: order } }),
  "iteration-choice": () => ({ sequence: { option: "1, 4, 1, 4, 1, 4, 5, 2, 3" } }),
  "ce-loss": (givens) => ({
    loss: Math.log(1 / givens.vector("p")[givens.vector("y").indexOf(1)]!),
  }),
  "one-step": (givens) => ({
    after: givens.number("w") - givens.number("alpha") * givens.number("g"),
  }),
  "what-a-weight-moves": () => ({
    moved: {
      options: ["the weighted sum $z^{[3]}$", "the prediction $p$", "the loss $L$"],
    },
  }),
  "slope-for-both-labels": (givens) => {
    const p = sigma(givens.number("z"));
    return { slopes: [[slopeOfLoss(1, p)], [slopeOfLoss(0, p)]] };
  },
  "both-factors": () => ({
    dp: "(1 - y)/(1 - p) - y/p",
    slope: "p - p^2",
    dz3: "-y + p",
  }),
  "error-at-the-output": (givens) => ({ dz: endOf(givens).p - givens.number("y") }),
  "output-gradients": (givens) => {
    const { p, h } = endOf(givens);
    const y = givens.number("y");
    const dz3 = p - y;
    return {
      dp: slopeOfLoss(y, p),
      slope: p - p * p,
      dz3,
      dW3: [h.map((v) => dz3 * v)],
    };
  },
  "which-way": (givens) => {
    const [x1, x2] = givens.vector("x") as [number, number];
    const up = givens.number("y") === 1;
    const grows = (x: number) => (up ? x > 0 : x < 0);
    const options = [
      ...(grows(x1) ? ["the weight $w_{11}$, which is multiplied by $x_1$"] : []),
      ...(grows(x2) ? ["the weight $w_{21}$, which is multiplied by $x_2$"] : []),
      ...(up ? ["the bias $b_1$", "the prediction $p$ for this $x$"] : []),
    ];
    return { grow: { options } };
  },
  "forward-and-back": (givens) => {
    const { p, h } = endOf(givens);
    const dz2 = p - givens.number("y");
    return {
      ahead: { blanks: { "h[1][1]": h[0]!, "h[1][2]": h[1]!, p } },
      dz2,
      dW2: [h.map((v) => dz2 * v)],
    };
  },
  "update-of-the-last-layer": (givens) => {
    const [W3, h2, b3] = [givens.vector("W3"), givens.vector("h2"), givens.number("b3")];
    const p = sigma(W3.reduce((z, w, i) => z + w * h2[i]!, b3));
    const step = givens.number("alpha") * (p - givens.number("y"));
    return { W3new: [W3.map((w, i) => w - step * h2[i]!)], b3new: b3 - step };
  },
};
