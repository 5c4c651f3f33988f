import type { Givens, Oracle, Worked } from "./answers";
import { columnOf } from "./plain-matrix";
import { activations, feedForward, sigma } from "./plain-network";

/** z and h of every layer of a network of sigmoids, from its givens. */
function layersOf(givens: Givens) {
  const net = givens.network("net");
  const gs = net.W.map(() => activations.sigmoid);
  return feedForward(net, givens.vector("x"), gs);
}

const outputOf = (givens: Givens) => layersOf(givens).at(-1)!.h[0]!;

const dot = (a: readonly number[], b: readonly number[]) => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
};

/** Both layers fed the unit inputs and none: what a layer without a curve does to them is its W and b. */
const twoLayersAreOne: Worked = (givens) => {
  const W = [givens.rows("W1"), givens.rows("W2")];
  const b = [givens.vector("b1"), [givens.number("b2")]];
  const gs = [activations.identity, activations.identity];
  const fed = (x: number[]) => feedForward({ W, b }, x, gs)[1]!.z[0]!;
  const none = fed([0, 0]);
  return { W: [[fed([1, 0]) - none, fed([0, 1]) - none]], b: none };
};

const fromMatrices: Worked = (givens) => {
  const { W, b } = givens.network("net");
  const [first, last] = layersOf(givens);
  const count = [...W.flat(2), ...b.flat()].length;
  return { count, h1: columnOf(first!.h), p: last!.h[0]! };
};

export const oracle: Oracle = {
  "weighted-sum": (givens) => ({ z: layersOf(givens)[0]!.z[0]! }),
  "sigmoid-by-hand": (givens) => {
    const z = givens.number("z");
    return { power: 1 / Math.exp(z), h: sigma(z) };
  },
  "about-the-sigmoid": () => ({
    facts: {
      options: [
        "$\\sigma(0) = \\frac{1}{2}$",
        "$\\sigma(-3) = 1 - \\sigma(3)$",
        "$\\sigma(2.1) > \\sigma(2)$",
      ],
    },
  }),
  "sigmoid-turned-round": () => ({ z: "ln(h) - ln(1 - h)" }),
  "what-a-neuron-gives": (givens) => ({ h: outputOf(givens) }),
  "one-layer": (givens) => {
    const [layer] = layersOf(givens);
    return { z: columnOf(layer!.z), h: columnOf(layer!.h) };
  },
  "order-of-feedforward": () => ({
    order: {
      steps: [
        "$z^{[1]}_2 = w^{[1]}_{12} x_1 + w^{[1]}_{22} x_2 + b^{[1]}_2$",
        "$h^{[1]}_2 = \\sigma\\bigl(z^{[1]}_2\\bigr)$",
        "$z^{[1]}_1 = w^{[1]}_{11} x_1 + w^{[1]}_{21} x_2 + b^{[1]}_1$",
        "$h^{[1]}_1 = \\sigma\\bigl(z^{[1]}_1\\bigr)$",
        "$z^{[2]}_1 = w^{[2]}_{11} h^{[1]}_1 + w^{[2]}_{21} h^{[1]}_2 + b^{[2]}_1$",
        "$p = \\sigma\\bigl(z^{[2]}_1\\bigr)$",
      ],
    },
  }),
  "fill-the-network": (givens) => {
    const [first, last] = layersOf(givens);
    const [h1, h2] = first!.h;
    return { h: { blanks: { "h[1][1]": h1!, "h[1][2]": h2!, p: last!.h[0]! } } };
  },
  "round-at-the-end": (givens) => ({ p: outputOf(givens) }),
  "two-layers-are-one": twoLayersAreOne,
  "from-matrices": fromMatrices,
  "find-the-bias": (givens) => ({ b: 0 - dot(givens.vector("w"), givens.vector("x")) }),
  "all-signs-turned": () => ({ now: { option: "$1 - h$" } }),
};
