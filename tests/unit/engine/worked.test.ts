import { describe, expect, it } from "vitest";
import {
  type Activation,
  activationOps,
  column,
  fromRows,
  Graph,
  gradient,
  type Loss,
  type Tensor,
  toRows,
} from "@/lib/engine";
import { constant } from "@/lib/engine/ops/constant";
import { losses } from "@/lib/engine/ops/loss";
import { mean } from "@/lib/engine/ops/mean";
import { sigmoidOf } from "@/lib/engine/ops/sigmoid";
import { softmax } from "@/lib/engine/ops/softmax";
import { aNetwork, oneNeuron, twoRelus } from "./a-network";
import { backprop, of, withSettings } from "./a-pass";

// Every figure here was worked with pencil and paper.

describe("a pass worked by hand", () => {
  it("through two ReLUs, one of them asleep, to a squared error", () => {
    const pass = backprop(twoRelus, column([1, 2]), column([1]));
    expect(pass.z.map(toRows)).toEqual([[], [[-1], [1]], [[3]]]);
    expect(pass.h.map(toRows)).toEqual([[[1], [2]], [[0], [1]], [[3]]]);
    expect(toRows(pass.p)).toEqual([[3]]);
    expect(pass.loss).toBe(4);
    expect(pass.dz.map(toRows)).toEqual([[], [[0], [8]], [[4]]]);
    expect(pass.dh.map(toRows)).toEqual([[[4], [4]], [[12], [8]], [[4]]]);
    expect(toRows(pass.dW[2]!)).toEqual([[0, 4]]);
    expect(toRows(pass.dW[1]!)).toEqual([
      [0, 0],
      [8, 16],
    ]);
    expect(pass.db.map(toRows)).toEqual([[], [[0], [8]], [[4]]]);
    expect(pass.dx).toBe(pass.dh[0]);
  });

  it("through a sigmoid at 0 to binary cross-entropy", () => {
    const net = oneNeuron("binary-cross-entropy", "sigmoid", 2, -6);
    const pass = backprop(net, column([3]), column([1]));
    expect(toRows(pass.p)).toEqual([[0.5]]);
    expect(pass.loss).toBeCloseTo(Math.LN2, 14);
    expect(pass.dp.data[0]).toBe(-2);
    expect(toRows(pass.dz[1]!)).toEqual([[-0.5]]);
    expect(toRows(pass.dW[1]!)).toEqual([[-1.5]]);
    expect(toRows(pass.dx)).toEqual([[-1]]);
  });

  it("through a softmax of 1 : 2 : 5 to cross-entropy", () => {
    const logits = [0, Math.log(2), Math.log(5)];
    const net = aNetwork("cross-entropy", { g: "softmax", W: [[0], [0], [0]], b: logits });
    const pass = backprop(net, column([1]), column([0, 0, 1]));
    near(pass.p, [1 / 8, 2 / 8, 5 / 8]);
    expect(pass.loss).toBeCloseTo(Math.log(8 / 5), 14);
    near(pass.dp, [0, 0, -8 / 5]);
    near(pass.dz[1]!, [1 / 8, 2 / 8, -3 / 8]);
  });

  it("of three examples, whose loss is their mean", () => {
    const net = oneNeuron("mean-squared-error", "identity", 1, 0);
    const pass = backprop(net, fromRows([[1, 2, 3]]), fromRows([[0, 2, 5]]));
    expect(toRows(pass.losses)).toEqual([[1, 0, 4]]);
    expect(pass.loss).toBeCloseTo(5 / 3, 14);
    near(pass.dz[1]!, [2 / 3, 0, -4 / 3]);
    near(pass.dW[1]!, [-10 / 3]);
    near(pass.db[1]!, [-2 / 3]);
  });
});

describe("an activation and its derivative", () => {
  it.each<[Activation, number, number, number]>([
    ["sigmoid", Math.log(3), 3 / 4, 3 / 16],
    ["sigmoid", -Math.log(3), 1 / 4, 3 / 16],
    ["tanh", Math.LN2, 3 / 5, 16 / 25],
    ["relu", 2, 2, 1],
    ["relu", -2, 0, 0],
    ["relu", 0, 0, 0],
    ["leaky-relu", 2, 2, 1],
    ["leaky-relu", -2, -0.02, 0.01],
    ["identity", -2, -2, 1],
  ])("%s at %d is %d, its slope %d", (activation, z, h, slope) => {
    const { output, by } = activated(activation, z);
    near(output, [h]);
    near(by, [slope]);
  });

  it("softmax works on every column by itself", () => {
    const z = fromRows([
      [0, Math.log(3)],
      [0, 0],
    ]);
    near(of(softmax, z), [1 / 2, 3 / 4, 1 / 2, 1 / 4]);
  });
});

describe("a loss by itself", () => {
  it("sums over the outputs and takes the mean over the examples", () => {
    const y = fromRows([
      [1, 0],
      [0, 1],
    ]);
    const p = fromRows([
      [1 / 2, 3 / 4],
      [1 / 2, 1 / 4],
    ]);
    expect(lossOf("cross-entropy", y, p)).toBeCloseTo(Math.log(8) / 2, 14);
    expect(lossOf("binary-cross-entropy", y, p)).toBeCloseTo(Math.log(8), 14);
    expect(lossOf("mean-squared-error", y, p)).toBeCloseTo((1 / 2 + 9 / 8) / 2, 14);
  });

  it("is 0 for a p that is certain and right, infinite for one that is certain and wrong", () => {
    expect(lossOf("cross-entropy", column([1, 0]), column([1, 0]))).toBe(0);
    expect(lossOf("binary-cross-entropy", column([1, 0]), column([1, 0]))).toBe(0);
    expect(lossOf("cross-entropy", column([1, 0]), column([0, 1]))).toBe(Infinity);
    expect(lossOf("binary-cross-entropy", column([1]), column([0]))).toBe(Infinity);
  });
});

describe("saturated inputs give finite, right numbers", () => {
  it.each([
    [800, 0, 800, 1],
    [800, 1, 0, 0],
    [-800, 1, 800, -1],
    [-800, 0, 0, 0],
  ])("sigmoid and binary cross-entropy at z = %d with y = %d", (z, y, loss, dz) => {
    const net = oneNeuron("binary-cross-entropy", "sigmoid", z, 0);
    const pass = backprop(net, column([1]), column([y]));
    expect(pass.loss).toBeCloseTo(loss, 12);
    expect(pass.dz[1]!.data[0]).toBeCloseTo(dz, 12);
    expect(pass.dx.data[0]).toBeCloseTo(dz * z, 9);
  });

  it("a softmax at ±1000 and cross-entropy", () => {
    const net = aNetwork("cross-entropy", { g: "softmax", W: [[1000], [-1000]], b: [0, 0] });
    const pass = backprop(net, column([1]), column([0, 1]));
    expect(toRows(pass.p)).toEqual([[1], [0]]);
    expect(pass.loss).toBe(2000);
    expect(toRows(pass.dz[1]!)).toEqual([[1], [-1]]);
  });

  it("a sigmoid keeps the digits of a slope that is nearly 0", () => {
    expect(sigmoidOf(-800)).toBe(0);
    expect(sigmoidOf(800)).toBe(1);
    const slope = activated("sigmoid", 40).by.data[0]!;
    expect(slope / Math.exp(-40)).toBeCloseTo(1, 12);
  });

  it("the loss keeps the digits of a p that is nearly certain", () => {
    const net = oneNeuron("binary-cross-entropy", "sigmoid", 40, 0);
    const pass = backprop(net, column([1]), column([1]));
    expect(pass.loss / Math.exp(-40)).toBeCloseTo(1, 12);
    expect(backprop(net, column([1]), column([0])).dp.data[0]! / Math.exp(40)).toBeCloseTo(1, 12);
  });

  it.each(["sigmoid", "tanh", "relu", "leaky-relu"] as const)("a hidden %s at ±800", (g) => {
    const net = aNetwork(
      "binary-cross-entropy",
      { g, W: [[800], [-800]], b: [0, 0] },
      { g: "sigmoid", W: [[1, 1]], b: [0] },
    );
    const { loss, dW, db, dx } = backprop(net, column([1]), column([0]));
    const numbers = [loss, ...[...dW, ...db, dx].flatMap(({ data }) => [...data])];
    expect(numbers.every(Number.isFinite)).toBe(true);
  });
});

function near({ data }: Tensor, expected: readonly number[]): void {
  expect(data.length).toBe(expected.length);
  for (const [i, value] of expected.entries()) expect(data[i]).toBeCloseTo(value, 14);
}

/** What an activation gives at z, and its slope there. */
function activated(activation: Activation, z: number) {
  const graph = new Graph();
  const at = graph.lay(constant, [], column([z]));
  const output = graph.lay(activationOps[activation], [at]);
  const [by] = gradient(graph, output, [at]);
  return { output, by: by! };
}

/** A loss by itself, the mean over the examples. */
const lossOf = (loss: Loss, y: Tensor, p: Tensor) =>
  of(mean, withSettings(losses, loss, y, p)).data[0]!;
