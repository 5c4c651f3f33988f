import { describe, expect, it } from "vitest";
import {
  type Change,
  column,
  fromRows,
  Graph,
  type Loss,
  layBackprop,
  layWeights,
  type Network,
  type Node,
  type Tensor,
  toRows,
  underChange,
} from "@/lib/engine";
import { constant } from "@/lib/engine/ops/constant";
import { losses } from "@/lib/engine/ops/loss";
import { mean } from "@/lib/engine/ops/mean";
import { toldOf } from "@/lib/engine/told";
import type { RuleName } from "@/lib/engine/told/rules";
import { aNetwork, oneNeuron, twoRelus } from "./a-network";

const batch = oneNeuron("mean-squared-error", "identity", 1, 0);

// What each slip comes to that is made all through a pass, worked by hand from the figures of twoRelus.

describe("a slip comes to the wrong answer that people give", () => {
  it("base-10-log: a loss of 1 where p is a tenth, and gradients as they were", () => {
    expect(lossOf("cross-entropy", column([1, 0]), column([0.1, 0.9]), "base-10-log")).toBeCloseTo(
      1,
      14,
    );
    expect(lossOf("binary-cross-entropy", column([0]), column([0.99]), "base-10-log")).toBeCloseTo(
      2,
      12,
    );
    const net = oneNeuron("binary-cross-entropy", "sigmoid", Math.log(9), 0);
    const pass = slippedPass(net, column([1]), column([0]), "base-10-log");
    expect(pass.loss).toBeCloseTo(1, 14);
    expect(pass.dz[1]!.data[0]).toBeCloseTo(0.9, 14);
  });

  it("sign-turned: every gradient with the other sign", () => {
    const pass = relus("sign-turned");
    expect(toRows(pass.dz[2]!)).toEqual([[-4]]);
    expect(toRows(pass.dh[1]!)).toEqual([[-12], [-8]]);
    const cancelling = oneNeuron("binary-cross-entropy", "sigmoid", 0, 0);
    const { dz, dp } = slippedPass(cancelling, column([1]), column([1]), "sign-turned");
    expect([dz[1]!.data[0], dp.data[0]]).toEqual([0.5, 2]);
  });

  it("output-slope-left-out: dz is dp, −4/3 where p is 3/4", () => {
    const net = oneNeuron("binary-cross-entropy", "sigmoid", Math.log(3), 0);
    const pass = slippedPass(net, column([1]), column([1]), "output-slope-left-out");
    expect(pass.dz[1]!.data[0]).toBeCloseTo(-4 / 3, 14);
  });

  it("relu-mask-forgotten: the sleeping ReLU learns", () => {
    const pass = relus("relu-mask-forgotten");
    expect(toRows(pass.dz[1]!)).toEqual([[12], [8]]);
    expect(toRows(pass.dW[1]!)).toEqual([
      [12, 24],
      [8, 16],
    ]);
  });

  it("weights-not-transposed: W dz where W is square, no change where its shape forbids it", () => {
    const pass = relus("weights-not-transposed");
    expect(toRows(pass.dx)).toEqual([[-8], [4]]);
    expect(toRows(pass.dh[1]!)).toEqual([[12], [8]]);
  });

  it("outer-product-turned: dW with rows and columns changed over", () => {
    const pass = relus("outer-product-turned");
    expect(toRows(pass.dW[2]!)).toEqual([[0], [4]]);
    expect(toRows(pass.dW[1]!)).toEqual([
      [0, 8],
      [0, 16],
    ]);
  });

  it("z-for-h: p is 0 from the weighted sums, and dW is made of them as well, but for the inputs", () => {
    const pass = relus("z-for-h");
    expect(toRows(pass.p)).toEqual([[0]]);
    expect(toRows(pass.dW[2]!)).toEqual([[2, -2]]);
    expect(toRows(pass.dW[1]!)).toEqual([
      [0, 0],
      [-4, -8],
    ]);
  });

  it("sum-for-mean: the loss and its gradients three times as large for three examples", () => {
    const pass = slippedPass(batch, fromRows([[1, 2, 3]]), fromRows([[0, 2, 5]]), "sum-for-mean");
    expect(pass.loss).toBe(5);
    expect(toRows(pass.dz[1]!)).toEqual([[2, 0, -4]]);
    expect(toRows(pass.dW[1]!)).toEqual([[-10]]);
  });

  it("base-2-log: a loss of 2 where p is a quarter", () => {
    expect(lossOf("cross-entropy", column([1, 0]), column([0.25, 0.75]), "base-2-log")).toBeCloseTo(
      2,
      14,
    );
  });

  it("second-term-left-out: no loss and no gradient where y is 0", () => {
    expect(
      lossOf("binary-cross-entropy", column([0]), column([0.25]), "second-term-left-out"),
    ).toBe(0);
    expect(
      lossOf("binary-cross-entropy", column([1]), column([0.25]), "second-term-left-out"),
    ).toBeCloseTo(Math.log(4), 14);
    expect(quarter(0, "second-term-left-out").dz[1]!.data[0]).toBeCloseTo(0, 14);
  });

  it("loss-terms-changed-over: ln p where ln(1 − p) belongs, and the gradient that follows", () => {
    expect(
      lossOf("binary-cross-entropy", column([1]), column([0.25]), "loss-terms-changed-over"),
    ).toBeCloseTo(-Math.log(0.75), 14);
    expect(quarter(1, "loss-terms-changed-over").dz[1]!.data[0]).toBeCloseTo(0.25, 14);
  });

  it("second-sign-lost: −4/3 where y is 0 and p a quarter, the loss as it was", () => {
    const pass = quarter(0, "second-sign-lost");
    expect(pass.dp.data[0]).toBeCloseTo(-4 / 3, 14);
    expect(pass.loss).toBeCloseTo(-Math.log(0.75), 14);
    expect(quarter(1, "second-sign-lost").dp.data[0]).toBeCloseTo(-4, 14);
  });

  it("output-slope-twice: dz with p(1 − p) once more", () => {
    const pass = quarter(1, "output-slope-twice");
    expect(pass.dz[1]!.data[0]).toBeCloseTo(-0.75 * 0.1875, 14);
  });

  it("hidden-slope-left-out, h-for-slope, slope-at-h: what stands for σ′(0) = 1/4", () => {
    const net = aNetwork(
      "mean-squared-error",
      { g: "sigmoid", W: [[1]], b: [0] },
      { g: "identity", W: [[2]], b: [-1] },
    );
    const dz1 = (name: RuleName) => slippedPass(net, column([0]), column([-1]), name).dz[1]!;
    expect(dz1("hidden-slope-left-out").data[0]).toBe(4);
    expect(dz1("h-for-slope").data[0]).toBe(2);
    const half = 1 / (1 + Math.exp(-0.5));
    expect(dz1("slope-at-h").data[0]).toBeCloseTo(4 * half * (1 - half), 14);
  });

  it("bias-left-out: every z without its bias", () => {
    const pass = relus("bias-left-out");
    expect([...pass.z[1]!.data, ...pass.p.data]).toEqual([-1, 1.5, 3]);
  });

  it("activation-left-out: the sleeping ReLU speaks, and p is 0", () => {
    const pass = relus("activation-left-out");
    expect([...pass.h[1]!.data, ...pass.p.data]).toEqual([-1, 1, 0]);
  });

  it("own-h-for-input: dW from the layer's own h", () => {
    expect(toRows(relus("own-h-for-input").dW[2]!)).toEqual([[12]]);
  });

  it("mean-for-sum: dW and db divided by the three examples once more", () => {
    const pass = slippedPass(batch, fromRows([[1, 2, 3]]), fromRows([[0, 2, 5]]), "mean-for-sum");
    expect(pass.dW[1]!.data[0]).toBeCloseTo(-10 / 9, 14);
    expect(pass.db[1]!.data[0]).toBeCloseTo(-2 / 9, 14);
  });

  it("bias-gradient-times-h, bias-gradient-forgotten: db with the inputs, and none", () => {
    expect(toRows(relus("bias-gradient-times-h").db[1]!)).toEqual([[0], [16]]);
    expect(toRows(relus("bias-gradient-forgotten").db[1]!)).toEqual([[0], [0]]);
  });

  it("softmax-not-normalised: e^z itself", () => {
    const { p } = twoClasses(Math.log(2), "softmax-not-normalised");
    expect(p.data[0]).toBe(1);
    expect(p.data[1]).toBeCloseTo(2, 14);
  });

  it("sigmoid-slope-for-softmax: dp ⊙ p(1 − p), and nothing between the outputs", () => {
    const { dz } = twoClasses(0, "sigmoid-slope-for-softmax");
    expect([...dz[1]!.data]).toEqual([-0.5, -0]);
  });

  it("square-factor-left-out: dp = p − y", () => {
    expect(relus("square-factor-left-out").dp.data[0]).toBe(2);
  });

  it("rounded-early: h and z to two decimals", () => {
    const net = oneNeuron("binary-cross-entropy", "sigmoid", 1, 0.004);
    const { z, p } = slippedPass(net, column([1]), column([1]), "rounded-early");
    expect([z[1]!.data[0], p.data[0]]).toEqual([1, 0.73]);
  });

  it("two at once", () => {
    const pass = relus("sign-turned", "relu-mask-forgotten");
    expect(toRows(pass.dz[1]!)).toEqual([[-12], [-8]]);
  });
});

/** One sigmoid with p = 1/4. */
function quarter(y: number, ...names: readonly RuleName[]) {
  const net = oneNeuron("binary-cross-entropy", "sigmoid", -Math.log(3), 0);
  return slippedPass(net, column([1]), column([y]), ...names);
}

/** A softmax of the logits 0 and this one, the first class true. */
function twoClasses(logit: number, ...names: readonly RuleName[]) {
  const net = aNetwork("cross-entropy", { g: "softmax", W: [[0], [logit]], b: [0, 0] });
  return slippedPass(net, column([1]), column([1, 0]), ...names);
}

const relus = (...names: readonly RuleName[]) =>
  slippedPass(twoRelus, column([1, 2]), column([1]), ...names);

/** A pass with slips of these rules wherever they can be made. */
function slippedPass(net: Network, x: Tensor, y: Tensor, ...names: readonly RuleName[]) {
  const graph = new Graph();
  const weights = layWeights(graph, net);
  const [inputs, targets] = [x, y].map((value) => graph.lay(constant, [], value));
  const pass = layBackprop(graph, weights, inputs!, targets!);
  const named = { ...pass, W: weights.W, b: weights.b };
  for (const [name, of] of Object.entries(named)) {
    if (!Array.isArray(of)) graph.name(of as Node, name);
    else for (const [l, node] of of.entries()) graph.name(node, `${name}[${l}]`);
  }
  const values = underChange(graph, changesOf(graph.nodes, names));
  const at = (node: Node) => values(node)!;
  return {
    z: pass.z.map(at),
    h: pass.h.map(at),
    p: at(pass.p),
    loss: at(pass.loss).data[0]!,
    dp: at(pass.dp),
    dz: pass.dz.map(at),
    dh: pass.dh.map(at),
    dW: pass.dW.map(at),
    db: pass.db.map(at),
    dx: at(pass.dx),
  };
}

/** A loss by itself with a slip in it. */
function lossOf(loss: Loss, y: Tensor, p: Tensor, name: RuleName): number {
  const graph = new Graph();
  const [truth, said] = [y, p].map((value) => graph.lay(constant, [], value));
  const whole = graph.lay(mean, [graph.lay(losses, [truth!, said!], loss)]);
  return underChange(graph, changesOf(graph.nodes, [name]))(whole)!.data[0]!;
}

/** Every place of each rule, as its likeliest slip there. */
function changesOf(nodes: readonly Node[], names: readonly RuleName[]): Change[] {
  return names.flatMap((name) => {
    const changes = nodes.flatMap((at) => {
      const slips = (toldOf(at.op)?.slips ?? []).filter(({ rule }) => rule.name === name);
      const [made] = slips.flatMap((slip) => slip.made(at));
      return made ? [{ at, by: made.by }] : [];
    });
    if (changes.length === 0) throw new Error(`${name} can be made nowhere here`);
    return changes;
  });
}
