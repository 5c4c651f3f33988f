import {
  type LaidNetwork,
  type Loss,
  layBackprop,
  layForward,
  type Node,
  type Op,
  ShapeError,
  shapeOf,
} from "@/lib/engine";
import { abs } from "@/lib/engine/ops/abs";
import { exp } from "@/lib/engine/ops/exp";
import { log } from "@/lib/engine/ops/logarithm";
import { losses } from "@/lib/engine/ops/loss";
import { mean } from "@/lib/engine/ops/mean";
import { sqrt } from "@/lib/engine/ops/sqrt";
import { spend, spendTensor } from "@/lib/exercise/language/budget";
import { type Laid, Lone } from "@/lib/exercise/language/laid";
import { layOpaque } from "@/lib/exercise/language/opaque";
import type { Value } from "@/lib/exercise/value";
import { nodeAt } from "./arguments";
import { overEntries } from "./entries";
import type { FunctionTable, LaidDown, LanguageFunction, LayTools } from "./function";
import { laidNetworkAt, layNetwork, nudged } from "./network";

export const engine: FunctionTable = {
  network: {
    topic: "engine",
    signature: "network(sizes, { activation, output, loss, step, range, W, b })",
    summary:
      'A network of these layer sizes. Weights and biases are drawn from −range to range (1) in steps of step (0.1), none of them 0; or give lists W and b of every layer. activation is "sigmoid" by default; output follows the loss; loss is "binary-cross-entropy" for one output and "cross-entropy" for more.',
    example: "network([2, 1]).W[1]",
    value: "matrix([[0.3, 0.2]])",
    arity: [1, 2],
    draws: () => true,
    lay: layNetwork,
  },
  forward: {
    topic: "engine",
    signature: "forward(net, x)",
    summary: "The pass forward: x, z[l], h[l] and p, with layers counted from 1.",
    example: "forward(network([1, 1], { W: [2], b: [1] }), 3).z[1]",
    value: "vector([7])",
    arity: [2, 2],
    lay: (args, tools) => {
      const net = laidNetworkAt(args, 0, tools.lay);
      const { z, h, p, x } = layForward(tools.graph, net, inputs(args, net, tools));
      return { x, z, h, p };
    },
  },
  backprop: {
    topic: "engine",
    signature: "backprop(net, x, y)",
    summary:
      "The pass forward and backward: x, y, z[l], h[l], p, loss, dp, dz[l], dh[l], dW[l], db[l], dx. A batch has one example a column and its loss is the mean.",
    example: "backprop(network([1, 1], { W: [2], b: [-6] }), 3, 1).dz[1]",
    value: "vector([-0.5])",
    arity: [3, 3],
    lay: (args, tools) => {
      const net = laidNetworkAt(args, 0, tools.lay);
      const x = inputs(args, net, tools);
      const y = nodeAt(args, 2, "y", tools.lay);
      const pass = layBackprop(tools.graph, net, x, y);
      return { ...Object.assign({ x, y }, pass, { loss: new Lone(pass.loss) }) };
    },
  },
  nudge: {
    topic: "engine",
    signature: 'nudge(net, "W" or "b", l, i, j, by)',
    summary:
      "The network with one weight or bias of layer l changed by this much: row i and column j, both counted from 1.",
    example: 'nudge(network([1, 1], { W: [2], b: [1] }), "W", 1, 1, 1, 0.5).W[1]',
    value: "vector([2.5])",
    arity: [6, 6],
    lay: (args, { lay, meter }) => {
      return layOpaque("nudge", args, (sides) => nudged(sides as readonly Value[], { meter }), lay);
    },
  },
  log: ofEntries("log(a)", "The natural logarithm of every entry.", "log(2)", "0.693147", log),
  exp: ofEntries("exp(a)", "e to the power of every entry.", "exp(1)", "2.71828", exp),
  sqrt: ofEntries("sqrt(a)", "The square root of every entry.", "sqrt(2)", "1.41421", sqrt),
  abs: ofEntries("abs(a)", "Every entry without its sign.", "abs(-3)", "3", abs),
  crossEntropy: lossOf(
    "crossEntropy(y, p)",
    "−Σ y ln p, the mean over the columns of a batch.",
    "crossEntropy([1, 0], [0.8, 0.2])",
    "0.223144",
    "cross-entropy",
  ),
  binaryCrossEntropy: lossOf(
    "binaryCrossEntropy(y, p)",
    "−(y ln p + (1 − y) ln(1 − p)), the mean over the columns of a batch.",
    "binaryCrossEntropy(1, 0.8)",
    "0.223144",
    "binary-cross-entropy",
  ),
  meanSquaredError: lossOf(
    "meanSquaredError(y, p)",
    "Σ (p − y)², the mean over the columns of a batch.",
    "meanSquaredError([1, 0], [0.8, 0.2])",
    "0.08",
    "mean-squared-error",
  ),
};

/** The inputs of a pass, its work paid for first: three products a layer. */
function inputs(args: readonly Laid[], { W }: LaidNetwork, { lay, meter }: LayTools): Node {
  const x = nodeAt(args, 1, "x", lay);
  for (const { rows, cols } of W.slice(1)) {
    spendTensor(meter, rows, x.cols);
    spend(meter, 3 * rows * cols * x.cols);
  }
  const first = W[1]?.cols;
  if (x.rows === first && x.cols > 0) return x;
  throw new ShapeError(`x is ${shapeOf(x)} where ${first} inputs of an example or more fit`);
}

function ofEntries(
  signature: string,
  summary: string,
  example: string,
  value: string,
  op: Op,
): LanguageFunction {
  const lay = overEntries(op);
  return { topic: "engine", signature, summary, example, value, arity: [1, 1], lay };
}

function lossOf(
  signature: string,
  summary: string,
  example: string,
  value: string,
  loss: Loss,
): LanguageFunction {
  const lay: LaidDown["lay"] = (args, tools) => {
    const [y, p] = [nodeAt(args, 0, "y", tools.lay), nodeAt(args, 1, "p", tools.lay)];
    spendTensor(tools.meter, p.rows, p.cols);
    return new Lone(tools.lay(mean, [tools.lay(losses, [y, p], loss)]));
  };
  return { topic: "engine", signature, summary, example, value, arity: [2, 2], lay };
}
