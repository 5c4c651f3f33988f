import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import {
  type Activation,
  type AdamMeans,
  column,
  Graph,
  type Loss,
  layAdam,
  layDescent,
  layMeans,
  layVelocity,
  map,
  type Network,
  type Node,
  type Tensor,
  toRows,
  usualDecay,
} from "@/lib/engine";
import { constant } from "@/lib/engine/ops/constant";
import { twoRelus } from "./a-network";
import { backprop } from "./a-pass";
import { type Pass, randomPass } from "./random-pass";

// TensorFlow.js works in 32 bits: about seven digits are its own.

beforeAll(async () => {
  tf.env().set("IS_TEST", true);
  await tf.setBackend("cpu");
});

const activations: Readonly<Record<Activation, (z: tf.Tensor2D) => tf.Tensor2D>> = {
  sigmoid: tf.sigmoid,
  tanh: tf.tanh,
  relu: tf.relu,
  "leaky-relu": (z) => tf.leakyRelu(z, 0.01),
  identity: (z) => z,
  softmax: (z) => tf.softmax(z.transpose()).transpose() as tf.Tensor2D,
};

const losses: Readonly<Record<Loss, (y: tf.Tensor2D, p: tf.Tensor2D) => tf.Tensor>> = {
  "binary-cross-entropy": (y, p) =>
    y
      .mul(p.log())
      .add(tf.sub(1, y).mul(tf.sub(1, p).log()))
      .neg()
      .sum(0)
      .mean(),
  "cross-entropy": (y, p) => y.mul(p.log()).neg().sum(0).mean(),
  "mean-squared-error": (y, p) => p.sub(y).square().sum(0).mean(),
};

it.each(Object.keys(losses) as Loss[])("TensorFlow.js finds the same %s and gradients", (loss) => {
  fc.assert(
    fc.property(randomPass([loss]), (drawn) => {
      const pass = backprop(drawn.net, drawn.x, drawn.y);
      fc.pre(loss === "mean-squared-error" || pass.p.data.every((p) => p > 0.01 && p < 0.99));
      tf.tidy(() => {
        const parameters = variablesOf(drawn.net);
        const { value, grads } = tf.variableGrads(() => lossOf(drawn, parameters));
        near(tf.tensor2d([value.dataSync()[0]!], [1, 1]), column([pass.loss]));
        for (let l = 1; l < drawn.net.sizes.length; l++) {
          near(grads[parameters.W[l]!.name]!, pass.dW[l]!);
          near(grads[parameters.b[l]!.name]!, pass.db[l]!);
        }
        dispose(parameters);
      });
    }),
    { numRuns: 60 },
  );
});

it.each([
  ["gradient descent", () => tf.train.sgd(0.1)],
  ["momentum", () => tf.train.momentum(0.1, 0.9)],
  ["Adam", () => tf.train.adam(0.1, 0.9, 0.999, 1e-8)],
] as const)("TensorFlow.js comes to the same weights after five steps of %s", (method, make) => {
  const start = twoRelus.W[1]!;
  const gradients = [0.5, -1, 0.25, 2, -0.125].map((k) => map(start, (v) => k * v + k));
  const variable = tf.variable(tensor2d(start));
  const optimiser = make();
  for (const gradient of gradients) {
    optimiser.applyGradients([{ name: variable.name, tensor: tensor2d(gradient) }]);
  }
  near(variable, steppedBy(method, start, gradients));
  optimiser.dispose();
  variable.dispose();
});

/** The weights after a step for each gradient, at the rate 0.1 and with the usual decay. */
function steppedBy(method: string, start: Tensor, gradients: readonly Tensor[]): Tensor {
  const graph = new Graph();
  const laid = (value: Tensor) => graph.lay(constant, [], value);
  const number = (v: number) => laid(column([v]));
  const decay = {
    beta1: number(usualDecay.beta1),
    beta2: number(usualDecay.beta2),
    epsilon: number(usualDecay.epsilon),
  };
  let W: Node = laid(start);
  let velocity: Node | undefined;
  let means: AdamMeans | undefined;
  for (const [i, gradient] of gradients.entries()) {
    const g = laid(gradient);
    velocity = layVelocity(graph, decay.beta1, g, velocity);
    means = layMeans(graph, decay, g, means);
    const { direction } = layAdam(graph, { ...decay, t: number(i + 1) }, means);
    const along = { momentum: velocity, Adam: direction }[method] ?? g;
    W = layDescent(graph, W, along, number(0.1));
  }
  return W;
}

interface Variables {
  readonly W: readonly tf.Variable<tf.Rank.R2>[];
  readonly b: readonly tf.Variable<tf.Rank.R2>[];
}

function variablesOf({ W, b }: Network): Variables {
  const variables = (list: readonly Tensor[]) => list.map((a) => tf.variable(tensor2d(a)));
  return { W: variables(W), b: variables(b) };
}

function lossOf({ net, x, y }: Pass, { W, b }: Variables): tf.Scalar {
  let h = tensor2d(x);
  for (let l = 1; l < net.sizes.length; l++) {
    h = activations[net.activations[l]!](W[l]!.matMul(h).add(b[l]!));
  }
  return losses[net.loss](tensor2d(y), h) as tf.Scalar;
}

function tensor2d(a: Tensor): tf.Tensor2D {
  return tf.tensor2d([...a.data], [a.rows, a.cols]);
}

function dispose({ W, b }: Variables): void {
  for (const variable of [...W, ...b]) variable.dispose();
}

function near(actual: tf.Tensor, expected: Tensor): void {
  const found = (actual as tf.Tensor2D).arraySync();
  for (const [i, row] of toRows(expected).entries()) {
    for (const [j, value] of row.entries()) {
      const error = Math.abs(found[i]![j]! - value) / (1 + Math.abs(value));
      expect(error, `${found[i]![j]} for ${value}`).toBeLessThan(1e-4);
    }
  }
}
