import {
  backprop,
  binaryCrossEntropy,
  crossEntropy,
  forward,
  logUnit,
  meanSquaredError,
  type Rules,
  rightRules,
  type Tensor,
} from "@/lib/engine";
import { spend, spendTensor } from "@/lib/exercise/language/budget";
import type { Value } from "@/lib/exercise/value";
import { tensorAt } from "./arguments";
import type { FunctionTable, LanguageFunction, Tools } from "./function";
import { drawnNetwork, networkAt, nudged } from "./network";
import { mapped } from "./tensor";

export const engine: FunctionTable = {
  network: {
    topic: "engine",
    signature: "network(sizes, { activation, output, loss, step, range, W, b })",
    summary:
      'A network of these layer sizes. Weights and biases are drawn from −range to range (1) in steps of step (0.1), none of them 0; or give lists W and b of every layer. activation is "sigmoid" unless told; output follows the loss; loss is "binary-cross-entropy" for one output and "cross-entropy" for more.',
    example: "network([2, 1]).W[1]",
    value: "matrix([[0.3, 0.2]])",
    arity: [1, 2],
    draws: () => true,
    call: drawnNetwork,
  },
  forward: {
    topic: "engine",
    signature: "forward(net, x)",
    summary: "The pass forward: x, z[l], h[l] and p, with layers counted from 1.",
    example: "forward(network([1, 1], { W: [2], b: [1] }), 3).z[1]",
    value: "vector([7])",
    arity: [2, 2],
    call: (args, tools) => {
      const net = networkAt(args, 0);
      const x = inputs(args, net.sizes, tools);
      return record(forward(net, x, tools.rules));
    },
    ruled: true,
  },
  backprop: {
    topic: "engine",
    signature: "backprop(net, x, y)",
    summary:
      "The pass forward and backward: x, y, z[l], h[l], p, loss, dp, dz[l], dh[l], dW[l], db[l], dx. A batch has one example a column and its loss is the mean.",
    example: "backprop(network([1, 1], { W: [2], b: [-6] }), 3, 1).dz[1]",
    value: "vector([-0.5])",
    arity: [3, 3],
    call: (args, tools) => {
      const net = networkAt(args, 0);
      const x = inputs(args, net.sizes, tools);
      return record(backprop(net, x, tensorAt(args, 2, "y"), tools.rules));
    },
    ruled: true,
  },
  nudge: {
    topic: "engine",
    signature: 'nudge(net, "W" or "b", l, i, j, by)',
    summary:
      "The network with one weight or bias of layer l changed by this much: row i and column j, both counted from 1.",
    example: 'nudge(network([1, 1], { W: [2], b: [1] }), "W", 1, 1, 1, 0.5).W[1]',
    value: "vector([2.5])",
    arity: [6, 6],
    call: nudged,
  },
  log: {
    topic: "engine",
    signature: "log(a)",
    summary: "The natural logarithm of every entry.",
    example: "log(2)",
    value: "0.693147",
    arity: [1, 1],
    call: (args, tools) => {
      const unit = logUnit(tools.rules ?? rightRules);
      return mapped(args[0] as Value, tools, (v) => Math.log(v) / unit);
    },
    ruled: true,
  },
  exp: ofEntries("exp(a)", "e to the power of every entry.", "exp(1)", "2.71828", Math.exp),
  sqrt: ofEntries("sqrt(a)", "The square root of every entry.", "sqrt(2)", "1.41421", Math.sqrt),
  abs: ofEntries("abs(a)", "Every entry without its sign.", "abs(-3)", "3", Math.abs),
  crossEntropy: lossOf(
    "crossEntropy(y, p)",
    "−Σ y ln p, the mean over the columns of a batch.",
    "crossEntropy([1, 0], [0.8, 0.2])",
    "0.223144",
    crossEntropy,
  ),
  binaryCrossEntropy: lossOf(
    "binaryCrossEntropy(y, p)",
    "−(y ln p + (1 − y) ln(1 − p)), the mean over the columns of a batch.",
    "binaryCrossEntropy(1, 0.8)",
    "0.223144",
    binaryCrossEntropy,
  ),
  meanSquaredError: lossOf(
    "meanSquaredError(y, p)",
    "Σ (p − y)², the mean over the columns of a batch.",
    "meanSquaredError([1, 0], [0.8, 0.2])",
    "0.08",
    meanSquaredError,
  ),
};

/** The inputs of a pass, its work paid for first: three products a layer. */
function inputs(args: readonly Value[], sizes: readonly number[], { meter }: Tools): Tensor {
  const x = tensorAt(args, 1, "x");
  for (let l = 1; l < sizes.length; l++) {
    spendTensor(meter, sizes[l] ?? 0, x.cols);
    spend(meter, 3 * (sizes[l] ?? 0) * (sizes[l - 1] ?? 0) * x.cols);
  }
  return x;
}

/** The engine's records hold values alone, which their interfaces cannot say without an index signature. */
function record(value: object): Value {
  return value as { readonly [name: string]: Value };
}

function ofEntries(
  signature: string,
  summary: string,
  example: string,
  value: string,
  f: (v: number) => number,
): LanguageFunction {
  const call: LanguageFunction["call"] = (args, tools) => mapped(args[0] as Value, tools, f);
  return { topic: "engine", signature, summary, example, value, arity: [1, 1], call };
}

function lossOf(
  signature: string,
  summary: string,
  example: string,
  value: string,
  loss: (y: Tensor, p: Tensor, rules?: Rules) => number,
): LanguageFunction {
  const call: LanguageFunction["call"] = (args, { meter, rules }) => {
    const y = tensorAt(args, 0, "y");
    const p = tensorAt(args, 1, "p");
    spendTensor(meter, p.rows, p.cols);
    return loss(y, p, rules);
  };
  return { topic: "engine", signature, summary, example, value, arity: [2, 2], call, ruled: true };
}
