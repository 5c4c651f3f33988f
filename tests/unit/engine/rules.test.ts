import { describe, expect, it } from "vitest";
import {
  adam,
  backprop,
  binaryCrossEntropy,
  changedRules,
  column,
  crossEntropy,
  fromRows,
  momentum,
  type Rules,
  rightRules,
  sgd,
  toRows,
  withChanges,
} from "@/lib/engine";
import { aNetwork, oneNeuron, twoRelus } from "./a-network";

const alpha = 0.1;
const batch = oneNeuron("mean-squared-error", "identity", 1, 0);

// What each misconception comes to, worked by hand from the figures of twoRelus.

describe("a changed rule comes to the wrong answer that people give", () => {
  it("base-10-log: a loss of 1 where p is a tenth, and gradients as they were", () => {
    const rules = rulesOf("base-10-log");
    expect(crossEntropy(column([1, 0]), column([0.1, 0.9]), rules)).toBeCloseTo(1, 14);
    expect(binaryCrossEntropy(column([0]), column([0.99]), rules)).toBeCloseTo(2, 12);
    const net = oneNeuron("binary-cross-entropy", "sigmoid", Math.log(9), 0);
    const pass = backprop(net, column([1]), column([0]), rules);
    expect(pass.loss).toBeCloseTo(1, 14);
    expect(pass.dz[1]!.data[0]).toBeCloseTo(0.9, 14);
    expect(relus(rules).loss).toBe(4);
  });

  it("sign-turned: every gradient with the other sign", () => {
    const pass = relus(rulesOf("sign-turned"));
    expect(toRows(pass.dz[2]!)).toEqual([[-4]]);
    expect(toRows(pass.dh[1]!)).toEqual([[-12], [-8]]);
    const cancelling = oneNeuron("binary-cross-entropy", "sigmoid", 0, 0);
    const { dz, dp } = backprop(cancelling, column([1]), column([1]), rulesOf("sign-turned"));
    expect([dz[1]!.data[0], dp.data[0]]).toEqual([0.5, 2]);
  });

  it("output-slope-left-out: dz is dp, −4/3 where p is 3/4", () => {
    const net = oneNeuron("binary-cross-entropy", "sigmoid", Math.log(3), 0);
    const pass = backprop(net, column([1]), column([1]), rulesOf("output-slope-left-out"));
    expect(pass.dz[1]!.data[0]).toBeCloseTo(-4 / 3, 14);
  });

  it("relu-mask-forgotten: the sleeping ReLU learns", () => {
    const pass = relus(rulesOf("relu-mask-forgotten"));
    expect(toRows(pass.dz[1]!)).toEqual([[12], [8]]);
    expect(toRows(pass.dW[1]!)).toEqual([
      [12, 24],
      [8, 16],
    ]);
  });

  it("weights-not-transposed: W dz where W is square, no change where its shape forbids it", () => {
    const pass = relus(rulesOf("weights-not-transposed"));
    expect(toRows(pass.dx)).toEqual([[-8], [4]]);
    expect(toRows(pass.dh[1]!)).toEqual([[12], [8]]);
  });

  it("outer-product-turned: dW with rows and columns changed over", () => {
    const pass = relus(rulesOf("outer-product-turned"));
    expect(toRows(pass.dW[2]!)).toEqual([[0], [4]]);
    expect(toRows(pass.dW[1]!)).toEqual([
      [0, 8],
      [0, 16],
    ]);
  });

  it("z-for-h: dW from the weighted sums of the layer below, but for the inputs", () => {
    const pass = relus(rulesOf("z-for-h"));
    expect(toRows(pass.dW[2]!)).toEqual([[-4, 4]]);
    expect(toRows(pass.dW[1]!)).toEqual([
      [0, 0],
      [8, 16],
    ]);
  });

  it("sum-for-mean: the loss and its gradients three times as large for three examples", () => {
    const rules = rulesOf("sum-for-mean");
    const pass = backprop(batch, fromRows([[1, 2, 3]]), fromRows([[0, 2, 5]]), rules);
    expect(pass.loss).toBe(5);
    expect(toRows(pass.dz[1]!)).toEqual([[2, 0, -4]]);
    expect(toRows(pass.dW[1]!)).toEqual([[-10]]);
  });

  it("uphill: a step the other way", () => {
    const stepped = (rules: Rules) => {
      const { net } = sgd(twoRelus, relus(rules), { alpha }, undefined, rules);
      return toRows(net.W[2]!);
    };
    expect(stepped(rightRules)).toEqual([[3, 1.6]]);
    expect(stepped(rulesOf("uphill"))).toEqual([[3, 2.4]]);
  });

  it("updated-weights: dz goes back through a W that has already taken its step", () => {
    const pass = relus(rulesOf("updated-weights"));
    expect(toRows(pass.dh[1]!)).toEqual([[12], [6.4]]);
    expect(toRows(pass.dz[1]!)).toEqual([[0], [6.4]]);
    expect(toRows(pass.dW[2]!)).toEqual([[0, 4]]);
  });

  it("base-2-log: a loss of 2 where p is a quarter", () => {
    const rules = rulesOf("base-2-log");
    expect(crossEntropy(column([1, 0]), column([0.25, 0.75]), rules)).toBeCloseTo(2, 14);
  });

  it("second-term-left-out: no loss and no gradient where y is 0", () => {
    const rules = rulesOf("second-term-left-out");
    expect(binaryCrossEntropy(column([0]), column([0.25]), rules)).toBe(0);
    expect(binaryCrossEntropy(column([1]), column([0.25]), rules)).toBeCloseTo(Math.log(4), 14);
    expect(quarter(0, rules).dz[1]!.data[0]).toBeCloseTo(0, 14);
  });

  it("loss-terms-changed-over: ln p where ln(1 − p) belongs, and the gradient that follows", () => {
    const rules = rulesOf("loss-terms-changed-over");
    expect(binaryCrossEntropy(column([1]), column([0.25]), rules)).toBeCloseTo(-Math.log(0.75), 14);
    expect(quarter(1, rules).dz[1]!.data[0]).toBeCloseTo(0.25, 14);
  });

  it("second-sign-lost: −4/3 where y is 0 and p a quarter, the loss as it was", () => {
    const rules = rulesOf("second-sign-lost");
    const pass = quarter(0, rules);
    expect(pass.dp.data[0]).toBeCloseTo(-4 / 3, 14);
    expect(pass.loss).toBeCloseTo(-Math.log(0.75), 14);
    expect(quarter(1, rules).dp.data[0]).toBeCloseTo(-4, 14);
  });

  it("output-slope-twice: dz with p(1 − p) once more", () => {
    const pass = quarter(1, rulesOf("output-slope-twice"));
    expect(pass.dz[1]!.data[0]).toBeCloseTo(-0.75 * 0.1875, 14);
  });

  it("hidden-slope-left-out, h-for-slope, slope-at-h: what stands for σ′(0) = 1/4", () => {
    const net = aNetwork(
      "mean-squared-error",
      { g: "sigmoid", W: [[1]], b: [0] },
      { g: "identity", W: [[2]], b: [-1] },
    );
    const dz1 = (name: string) => backprop(net, column([0]), column([-1]), rulesOf(name)).dz[1]!;
    expect(dz1("hidden-slope-left-out").data[0]).toBe(4);
    expect(dz1("h-for-slope").data[0]).toBe(2);
    const half = 1 / (1 + Math.exp(-0.5));
    expect(dz1("slope-at-h").data[0]).toBeCloseTo(4 * half * (1 - half), 14);
  });

  it("bias-left-out: every z without its bias", () => {
    const pass = relus(rulesOf("bias-left-out"));
    expect([...pass.z[1]!.data, ...pass.p.data]).toEqual([-1, 1.5, 3]);
  });

  it("activation-left-out: the sleeping ReLU speaks, and p is 0", () => {
    const pass = relus(rulesOf("activation-left-out"));
    expect([...pass.h[1]!.data, ...pass.p.data]).toEqual([-1, 1, 0]);
  });

  it("own-h-for-input: dW from the layer's own h", () => {
    expect(toRows(relus(rulesOf("own-h-for-input")).dW[2]!)).toEqual([[12]]);
  });

  it("mean-for-sum: dW and db divided by the three examples once more", () => {
    const rules = rulesOf("mean-for-sum");
    const pass = backprop(batch, fromRows([[1, 2, 3]]), fromRows([[0, 2, 5]]), rules);
    expect(pass.dW[1]!.data[0]).toBeCloseTo(-10 / 9, 14);
    expect(pass.db[1]!.data[0]).toBeCloseTo(-2 / 9, 14);
  });

  it("bias-gradient-times-h, bias-gradient-forgotten: db with the inputs, and none", () => {
    expect(toRows(relus(rulesOf("bias-gradient-times-h")).db[1]!)).toEqual([[0], [16]]);
    expect(toRows(relus(rulesOf("bias-gradient-forgotten")).db[1]!)).toEqual([[0], [0]]);
  });

  it("rate-left-out: a step of the whole gradient", () => {
    const { net } = sgd(
      twoRelus,
      relus(rightRules),
      { alpha },
      undefined,
      rulesOf("rate-left-out"),
    );
    expect(toRows(net.W[2]!)).toEqual([[3, -2]]);
  });

  it("softmax-not-normalised: e^z itself", () => {
    const { p } = twoClasses(Math.log(2), rulesOf("softmax-not-normalised"));
    expect(p.data[0]).toBe(1);
    expect(p.data[1]).toBeCloseTo(2, 14);
  });

  it("sigmoid-slope-for-softmax: dp ⊙ p(1 − p), and nothing between the outputs", () => {
    const { dz } = twoClasses(0, rulesOf("sigmoid-slope-for-softmax"));
    expect([...dz[1]!.data]).toEqual([-0.5, -0]);
  });

  it("square-factor-left-out: dp = p − y", () => {
    expect(relus(rulesOf("square-factor-left-out")).dp.data[0]).toBe(2);
  });

  it("rounded-early: h and z to two decimals", () => {
    const net = oneNeuron("binary-cross-entropy", "sigmoid", 1, 0.004);
    const { z, p } = backprop(net, column([1]), column([1]), rulesOf("rounded-early"));
    expect([z[1]!.data[0], p.data[0]]).toEqual([1, 0.73]);
  });

  it("velocity-forgotten: the second step of momentum is one of plain descent", () => {
    const pass = relus(rightRules);
    const rules = rulesOf("velocity-forgotten");
    const first = momentum(twoRelus, pass, { alpha });
    const second = momentum(first.net, pass, { alpha }, first.state, rules);
    expect(toRows(second.net.W[2]!)).toEqual(toRows(sgd(first.net, pass, { alpha }).net.W[2]!));
  });

  it("bias-correction-left-out: Adam's first step √10 times too long", () => {
    const rules = rulesOf("bias-correction-left-out");
    const { net } = adam(twoRelus, relus(rightRules), { alpha }, undefined, rules);
    expect(net.W[2]!.data[1]).toBeCloseTo(2 - alpha * Math.sqrt(10), 6);
  });

  it("two at once", () => {
    const pass = relus(rulesOf("sign-turned", "relu-mask-forgotten"));
    expect(toRows(pass.dz[1]!)).toEqual([[-12], [-8]]);
  });
});

describe("the list of changed rules", () => {
  it("has every rule that there is, each under its own name", () => {
    const all = changedRules(alpha);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    const changed = new Set(all.flatMap(({ change }) => Object.keys(change)));
    expect([...changed].sort()).toEqual(Object.keys(rightRules).sort());
  });

  it("knows no updated weights without a rate", () => {
    expect(changedRules().map(({ name }) => name)).not.toContain("updated-weights");
  });

  it("leaves the right rules as they are", () => {
    const before = { ...rightRules };
    withChanges(...changedRules(alpha));
    expect(rightRules).toEqual(before);
    expect(withChanges()).toEqual(before);
  });

  it("never fails on a pass, not even two at once", () => {
    for (const one of changedRules(alpha)) {
      for (const other of changedRules(alpha)) {
        expect(() => relus(withChanges(one, other))).not.toThrow();
      }
    }
  });
});

/** One sigmoid with p = 1/4. */
function quarter(y: number, rules: Rules) {
  const net = oneNeuron("binary-cross-entropy", "sigmoid", -Math.log(3), 0);
  return backprop(net, column([1]), column([y]), rules);
}

/** A softmax of the logits 0 and this one, the first class true. */
function twoClasses(logit: number, rules: Rules) {
  const net = aNetwork("cross-entropy", { g: "softmax", W: [[0], [logit]], b: [0, 0] });
  return backprop(net, column([1]), column([1, 0]), rules);
}

function relus(rules: Rules) {
  return backprop(twoRelus, column([1, 2]), column([1]), rules);
}

function rulesOf(...names: readonly string[]): Rules {
  const changed = changedRules(alpha).filter(({ name }) => names.includes(name));
  if (changed.length !== names.length) throw new Error(`no rule of ${names.join(", ")}`);
  return withChanges(...changed);
}
