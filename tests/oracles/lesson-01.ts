import type { Givens, Oracle, Worked } from "./answers";
import { columnOf } from "./plain-matrix";

/** A weight's value by its name: from input i to neuron j, both counted from 1. */
const weightFrom = (givens: Givens, layer: number) => {
  const W = givens.network("net").W[layer - 1]!;
  return (i: number, j: number) => W[j - 1]![i - 1]!;
};

const shapesOfANetwork: Worked = (givens) => {
  const [inputs, first, second, last] = givens.vector("n");
  return { rows2: second!, cols2: first!, b3: last!, cols1: inputs! };
};

/** Lines and neurons counted one by one. */
const countParameters: Worked = (givens) => {
  const n = givens.vector("n");
  let [weights, biases] = [0, 0];
  for (let l = 1; l < n.length; l++) {
    for (let j = 0; j < n[l]!; j++) {
      biases += 1;
      for (let i = 0; i < n[l - 1]!; i++) weights += 1;
    }
  }
  return { weights, biases, all: weights + biases };
};

const writeTheMatrix: Worked = (givens) => {
  const { b } = givens.network("net");
  const table = (layer: number, neurons: number, inputs: number) => {
    const w = weightFrom(givens, layer);
    return Array.from({ length: neurons }, (_, j) =>
      Array.from({ length: inputs }, (__, i) => w(i + 1, j + 1)),
    );
  };
  return { W1: table(1, 3, 2), b1: columnOf(b[0]!), W2: table(2, 1, 3) };
};

export const oracle: Oracle = {
  "first-neuron": (givens) => {
    const [x1, x2] = givens.vector("x") as [number, number];
    const [w1, w2] = givens.vector("w") as [number, number];
    return { total: x1 * w1 + x2 * w2 + givens.number("b") };
  },
  "what-stays": () => ({ stays: { options: ["the weights $w$", "the biases $b$"] } }),
  "read-a-bias": (givens) => ({
    bias: givens.network("net").b[givens.number("l") - 1]![givens.number("j") - 1]!,
  }),
  "what-comes-first": () => ({
    order: {
      steps: [
        "the inputs $h^{[0]} = x$",
        "the weighted sums $z^{[1]}$",
        "the activations $h^{[1]}$",
        "the weighted sums $z^{[2]}$",
        "the prediction $p = h^{[2]}$",
      ],
    },
  }),
  "read-a-line": (givens) => ({
    w: weightFrom(givens, 1)(givens.number("i"), givens.number("j")),
  }),
  "column-and-row": (givens) => {
    const [i, k] = [givens.number("i"), givens.number("k")];
    const leaving = [1, 2, 3].map((j) => `w[1][${i}][${j}]`);
    const arriving = [1, 2, 3].map((j) => `w[2][${j}][${k}]`);
    return { lines: { weights: [...leaving, ...arriving] } };
  },
  "read-a-weight": (givens) => ({
    w: weightFrom(givens, 1)(givens.number("i"), givens.number("j")),
  }),
  "write-the-matrix": writeTheMatrix,
  "products-that-fit": () => ({
    products: { options: ["$W h$", "$h^{\\top} W^{\\top}$", "$h h^{\\top}$"] },
  }),
  "shapes-of-a-network": shapesOfANetwork,
  "count-parameters": countParameters,
  "parameters-as-a-formula": () => ({ hidden: "n*k + n", all: "n*(k + 2) + 1" }),
  "from-shapes-alone": (givens) => {
    const { biases } = countParameters(givens);
    const n = givens.vector("n");
    return { inputs: n[0]!, outputs: n[3]!, lost: biases! };
  },
  "name-the-weight": (givens) => ({
    from: givens.number("c"),
    start: givens.number("layer") - 1,
    to: givens.number("r"),
  }),
  "true-of-the-network": () => ({
    holds: {
      options: [
        "$W^{[2]}$ is $2 \\times 4$.",
        "There is a weight $w^{[1]}_{53}$.",
        "It has 34 parameters.",
      ],
    },
  }),
};
