import { describe, expect, it } from "vitest";
import {
  backprop,
  binaryCrossEntropy,
  changedRules,
  column,
  crossEntropy,
  fromRows,
  type Rules,
  rightRules,
  sgd,
  toRows,
  withChanges,
} from "@/lib/engine";
import { oneNeuron, twoRelus } from "./a-network";

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

  it("p-and-y-swapped: every gradient with the other sign", () => {
    const pass = relus(rulesOf("p-and-y-swapped"));
    expect(toRows(pass.dz[2]!)).toEqual([[-4]]);
    expect(toRows(pass.dh[1]!)).toEqual([[-12], [-8]]);
    const cancelling = oneNeuron("binary-cross-entropy", "sigmoid", 0, 0);
    const { dz, dp } = backprop(cancelling, column([1]), column([1]), rulesOf("p-and-y-swapped"));
    expect([dz[1]!.data[0], dp.data[0]]).toEqual([0.5, 2]);
  });

  it("output-slope-left-out: dz is dp, −4/3 where p is 3/4", () => {
    const net = oneNeuron("binary-cross-entropy", "sigmoid", Math.log(3), 0);
    const pass = backprop(net, column([1]), column([1]), rulesOf("output-slope-left-out"));
    expect(pass.dz[1]!.data[0]).toBeCloseTo(-4 / 3, 14);
  });

  it("hidden-slope-left-out: the sleeping ReLU learns", () => {
    const pass = relus(rulesOf("hidden-slope-left-out"));
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

  it("two at once", () => {
    const pass = relus(rulesOf("p-and-y-swapped", "hidden-slope-left-out"));
    expect(toRows(pass.dz[1]!)).toEqual([[-12], [-8]]);
  });
});

describe("the list of changed rules", () => {
  it("has every rule that there is, each under its own name", () => {
    const all = changedRules(alpha);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    const changed = all.flatMap(({ change }) => Object.keys(change));
    expect(changed.sort()).toEqual(Object.keys(rightRules).sort());
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

function relus(rules: Rules) {
  return backprop(twoRelus, column([1, 2]), column([1]), rules);
}

function rulesOf(...names: readonly string[]): Rules {
  const changed = changedRules(alpha).filter(({ name }) => names.includes(name));
  if (changed.length !== names.length) throw new Error(`no rule of ${names.join(", ")}`);
  return withChanges(...changed);
}
