import type { Givens, Oracle, Worked } from "./answers";
import { columnOf } from "./plain-matrix";
import { activations, feedForward, goBack } from "./plain-network";

/** A pass of one example through a network of sigmoids, from its givens. */
export function passOf(givens: Givens) {
  const net = givens.network("net");
  const x = givens.vector("x");
  const gs = net.W.map(() => activations.sigmoid);
  const layers = feedForward(net, x, gs);
  const p = layers.at(-1)!.h[0]!;
  const back = goBack(net, x, layers, gs, [p - givens.number("y")]);
  return { net, x, layers, p, ...back };
}

const layer3Again: Worked = (givens) => {
  const dz3 = givens.number("p") - givens.number("y");
  return { dz3, dW3: [givens.vector("h2").map((h) => dz3 * h)], db3: dz3 };
};

const waysBack: Worked = (givens) => {
  const i = /^h\[1\]\[(\d)\]$/.exec(givens.text("from"))![1];
  return {
    ways: {
      weights: [1, 2, 3].flatMap((j) => [`w[2][${i}][${j}]`, `w[3][${j}][1]`]),
    },
  };
};

const backThroughWeights: Worked = (givens) => {
  const [W2, dz2] = [givens.rows("W2"), givens.vector("dz2")];
  const dh1 = [0, 1, 2].map((i) => [0, 1, 2].reduce((sum, j) => sum + W2[j]![i]! * dz2[j]!, 0));
  return { dh1: columnOf(dh1) };
};

const throughTheSigmoid: Worked = (givens) => {
  const h2 = givens.vector("h2");
  return { dz2: givens.vector("dh2").map((d, i) => [d * h2[i]! * (1 - h2[i]!)]) };
};

const outerProduct: Worked = (givens) => ({
  dW2: givens.vector("dz2").map((d) => givens.vector("h1").map((h) => d * h)),
});

const wholeIteration: Worked = (givens) => {
  const { net, layers, p, dz, dW, db } = passOf(givens);
  const alpha = givens.number("alpha");
  const stepped = (W: number[][], slope: number[][]) =>
    W.map((row, j) => row.map((w, i) => w - alpha * slope[j]![i]!));
  return {
    ahead: { blanks: { "h[1][1]": layers[0]!.h[0]!, "h[1][2]": layers[0]!.h[1]!, p } },
    dz2: dz[1]![0]!,
    dz1: columnOf(dz[0]!),
    W2new: stepped(net.W[1]!, dW[1]!),
    W1new: stepped(net.W[0]!, dW[0]!),
    b1new: net.b[0]!.map((b, j) => [b - alpha * db[0]![j]!]),
  };
};

const gradientsOnTheNetwork: Worked = (givens) => {
  const { dz } = passOf(givens);
  const blanks = dz.flatMap((layer, l) =>
    layer.map((v, j) => [`dz[${l + 1}][${j + 1}]`, v] as const),
  );
  return { back: { blanks: Object.fromEntries(blanks) } };
};

export const oracle: Oracle = {
  "layer-3-again": layer3Again,
  "ways-back": waysBack,
  "back-through-weights": backThroughWeights,
  "through-the-sigmoid": throughTheSigmoid,
  "which-slope": (givens) => ({ dz1: columnOf(passOf(givens).dz[0]!) }),
  "outer-product": outerProduct,
  "which-h": (givens) => ({ dW2: passOf(givens).dW[1]! }),
  "bias-of-layer-2": (givens) => ({ db2: columnOf(passOf(givens).db[1]!) }),
  "in-letters": () => ({
    dz2: "W3' dz3 ⊙ (h2 - h2 ⊙ h2)",
    dW2: "(h1 dz2^T)^T",
  }),
  "order-back": () => ({
    order: {
      steps: [
        "$dz^{[2]} = p - y$",
        "$dh^{[1]} = (W^{[2]})^{\\top} dz^{[2]}$",
        "$\\partial L/\\partial W^{[2]} = dz^{[2]} (h^{[1]})^{\\top}$",
        "$dz^{[1]} = dh^{[1]} \\odot h^{[1]} \\odot (1 - h^{[1]})$",
        "$\\partial L/\\partial W^{[1]} = dz^{[1]} x^{\\top}$",
        "Update $W^{[1]}$ and $W^{[2]}$.",
      ],
    },
  }),
  "old-weights": (givens) => ({ dh1: columnOf(passOf(givens).dh[1]!) }),
  "gradients-on-the-network": gradientsOnTheNetwork,
  "whole-iteration": wholeIteration,
  "what-is-needed": () => ({
    needed: {
      options: ["$h^{[1]}$, the output of layer 1", "$W^{[3]}$ and $W^{[4]}$", "$p$ and $y$"],
    },
  }),
};
