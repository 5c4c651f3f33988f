import type { Givens, Oracle, Worked } from "./answers";
import { columnOf, type Rows } from "./plain-matrix";
import { activations, feedForward, goBack } from "./plain-network";

const total = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0);

const columnsOf = (rows: Rows): Rows => rows[0]!.map((_, k) => rows.map((row) => row[k]!));

/** A batch through a network of sigmoids, one example after another and each by itself; what they want of the weights is
 *  added up at the end, each with its share 1/m. */
export function batchOf(givens: Givens, labels = "y") {
  const net = givens.network("net");
  const gs = net.W.map(() => activations.sigmoid);
  const [xs, ys] = [columnsOf(givens.rows("X")), columnsOf(givens.rows(labels))];
  const m = xs.length;
  const singles = xs.map((x, k) => {
    const layers = feedForward(net, x, gs);
    const p = layers.at(-1)!.h;
    const errors = p.map((v, j) => v - ys[k]![j]!);
    const losses = p.map((v, j) => -Math.log(ys[k]![j] === 1 ? v : 1 - v));
    return { layers, p, loss: total(losses), ...goBack(net, x, layers, gs, errors) };
  });
  const shared = (pick: (one: (typeof singles)[number]) => number) => total(singles.map(pick)) / m;
  return {
    net,
    singles,
    loss: shared(({ loss }) => loss),
    P: columnsOf(singles.map(({ p }) => [...p])),
    Z: net.W.map((_, l) => columnsOf(singles.map(({ layers }) => layers[l]!.z))),
    dZ: net.W.map((_, l) => columnsOf(singles.map(({ dz }) => dz[l]!.map((v) => v / m)))),
    dW: net.W.map((W, l) => W.map((row, j) => row.map((_, i) => shared((o) => o.dW[l]![j]![i]!)))),
    db: net.b.map((b, l) => b.map((_, j) => shared((o) => o.db[l]![j]!))),
  };
}

const meanOfGradients: Worked = (givens) => {
  const gradient = total(givens.vector("g")) / 4;
  return { gradient, wnew: givens.number("w") - givens.number("alpha") * gradient };
};

const batchThroughANeuron: Worked = (givens) => {
  const { W, b } = givens.network("net");
  const Z = columnsOf(givens.rows("X")).map(
    (x) => total(x.map((v, i) => v * W[0]![0]![i]!)) + b[0]![0]!,
  );
  return { Z: [Z], P: [Z.map((z) => activations.sigmoid.g(z))] };
};

const shapesOfABatch: Worked = (givens) => {
  const [n1, n2, m] = [givens.number("n1"), givens.number("n2"), givens.number("m")];
  return { columns: m, neurons: n1, entries: n2 * m, weights: n2 * n1 };
};

const biasStep: Worked = (givens) => {
  const { net, db } = batchOf(givens);
  const alpha = givens.number("alpha");
  return { bnew: columnOf(net.b[0]!.map((b, j) => b - alpha * db[0]![j]!)) };
};

/** By walking through the examples, a batch at a time. */
const updatesInAnEpoch: Worked = (givens) => {
  const [N, m] = [givens.number("N"), givens.number("m")];
  let [left, last, updates] = [N, 0, 0];
  while (left > 0) {
    last = Math.min(m, left);
    left -= last;
    updates += 1;
  }
  return { updates, last, all: updates * givens.number("epochs") };
};

const noise: Worked = (givens) => {
  const [m, k] = [givens.number("m"), givens.number("k")];
  return { spread: givens.number("s") / Math.sqrt(m), larger: m * k ** 2 };
};

const neuronLearns: Worked = (givens) => {
  const { net, P, loss, dZ, dW, db } = batchOf(givens);
  const alpha = givens.number("alpha");
  return {
    p: P,
    loss,
    dz: dZ[0]!,
    Wnew: [net.W[0]![0]!.map((w, i) => w - alpha * dW[0]![0]![i]!)],
    bnew: net.b[0]![0]! - alpha * db[0]![0]!,
  };
};

const hiddenLayer: Worked = (givens) => {
  const { dZ, dW, db } = batchOf(givens);
  return { dz2: dZ[1]!, dz1: dZ[0]!, dW1: dW[0]!, db1: columnOf(db[0]!) };
};

export const oracle: Oracle = {
  "mean-of-gradients": meanOfGradients,
  "batch-through-a-neuron": batchThroughANeuron,
  "shapes-of-a-batch": shapesOfABatch,
  "dz-of-a-batch": (givens) => ({ dZ: batchOf(givens).dZ[0]! }),
  "dw-of-a-batch": (givens) => ({ dW: batchOf(givens).dW[0]! }),
  "bias-step-of-a-batch": biasStep,
  "batch-in-letters": () => ({
    dZ2: "P/m - Y/m",
    dW2: "(H1 dZ2^T)^T",
    dZ1: "W2' dZ2 ⊙ (H1 - H1 ⊙ H1)",
    db1: "(u' dZ1')'",
  }),
  "everybody-twice": () => ({
    same: {
      options: [
        "the loss $L$ of the batch",
        "$\\partial L/\\partial W^{[1]}$",
        "$\\partial L/\\partial b^{[2]}$",
      ],
    },
  }),
  "updates-in-an-epoch": updatesInAnEpoch,
  "epoch-in-order": () => ({
    order: {
      steps: [
        "Shuffle the training examples.",
        "Take the next $m$ examples: the columns of $X$ and $Y$.",
        "Feed $X$ forward to get $P$.",
        "$dZ^{[L]} = \\frac{1}{m}(P - Y)$",
        "Go back through all the layers to get the gradients of the weights and biases.",
        "Update all the weights and biases.",
        "Move on to the next mini-batch, until no examples are left.",
      ],
    },
  }),
  "noise-of-a-batch": noise,
  "neuron-learns-a-batch": neuronLearns,
  "batch-through-a-hidden-layer": hiddenLayer,
};
