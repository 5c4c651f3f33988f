import { describe, expect, it } from "vitest";
import { affine } from "@/lib/engine/ops/affine";
import { matmul } from "@/lib/engine/ops/matmul";
import { multiply } from "@/lib/engine/ops/multiply";
import { leakyRelu, leakyReluSlope, relu, reluSlope } from "@/lib/engine/ops/relu";
import { sigmoid, sigmoidSlope } from "@/lib/engine/ops/sigmoid";
import { softmax } from "@/lib/engine/ops/softmax";
import { subtract } from "@/lib/engine/ops/subtract";
import { rowSums } from "@/lib/engine/ops/sum";
import { tanh, tanhSlope } from "@/lib/engine/ops/tanh";
import { transpose } from "@/lib/engine/ops/transpose";
import { bench } from "./slipped";

// Every figure here was worked with pencil and paper. ln 3 is where a sigmoid is 3/4 and a tanh is 4/5.

const ln3 = Math.log(3);

describe("a slip in a layer comes to what people give", () => {
  const { lay, given, slipped } = bench();
  const x = given([1, 2], "x");
  const W1 = given(
    [
      [1, -1],
      [-1, 1],
    ],
    "net.W[1]",
  );
  const z1 = lay(affine, [W1, x, given([0, 0], "net.b[1]")]);
  const h1 = lay(relu, [z1]);
  const W2 = given(
    [
      [1, 2],
      [3, 4],
    ],
    "net.W[2]",
  );
  const z2 = lay(affine, [W2, h1, given([10, 20], "net.b[2]")]);

  it("stands on a ReLU that is closed and one that is open", () => {
    expect([...h1.data, ...z2.data]).toEqual([0, 1, 12, 24]);
  });

  it("bias-left-out, bias-subtracted", () => {
    expect(slipped(z2, "bias-left-out")).toEqual([[2, 4]]);
    expect(slipped(z2, "bias-subtracted")).toEqual([[-8, -16]]);
  });

  it("z-for-h, x-for-h: −1 and 1, or 1 and 2, where 0 and 1 go in", () => {
    expect(slipped(z2, "z-for-h")).toEqual([[11, 21]]);
    expect(slipped(z2, "x-for-h")).toEqual([[15, 31]]);
    expect(slipped(z1, "x-for-h")).toEqual([]);
  });

  it("weights-read-crosswise: Wᵀ h + b", () => {
    expect(slipped(z2, "weights-read-crosswise")).toEqual([[13, 24]]);
    expect(slipped(lay(matmul, [W2, x]), "weights-read-crosswise")).toEqual([[7, 10]]);
  });

  it("sign-lost, input-left-out: (1 · 5 − 2 · 3 + 1), one number at a time", () => {
    const z = lay(affine, [given([[1, -2]], "V"), given([5, 3]), given(1)]);
    expect([...z.data]).toEqual([0]);
    expect(slipped(z, "sign-lost")).toEqual([[12]]);
    expect(slipped(z, "input-left-out")).toEqual([[-5], [6]]);
  });

  it("activation-left-out, other-activation, slope-for-activation", () => {
    expect(slipped(h1, "activation-left-out", z2)).toEqual([[11, 21]]);
    expect(slipped(h1, "other-activation")).toEqual([[-0.01, 1]]);
    expect(slipped(h1, "slope-for-activation")).toEqual([[0, 1]]);
  });

  it("sign-of-z-turned: σ(−ln 3) is 1/4", () => {
    expect(slipped(lay(sigmoid, [given(ln3)]), "sign-of-z-turned")[0]![0]).toBeCloseTo(0.25, 14);
  });

  it("softmax-not-normalised, softmax-without-exp, wrong-axis", () => {
    const one = lay(softmax, [given([1, 3])]);
    expect(slipped(one, "softmax-without-exp")).toEqual([[0.25, 0.75]]);
    expect(slipped(one, "softmax-not-normalised")[0]![1]).toBeCloseTo(20.085536923187668, 12);
    const [rows] = slipped(
      lay(softmax, [
        given([
          [0, ln3],
          [0, 0],
        ]),
      ]),
      "wrong-axis",
    );
    expect(rows![0]).toBeCloseTo(0.25, 14);
    expect(rows![3]).toBeCloseTo(0.5, 14);
  });
});

describe("a slip in a slope comes to what people give", () => {
  const { lay, given, slipped } = bench();
  const z = given(ln3);
  const dh = given(8);
  const h = lay(sigmoid, [z]);
  const slope = lay(sigmoidSlope, [h, z]);
  const dz = lay(multiply, [dh, slope]);
  const lone = (at: typeof z, rule: Parameters<typeof slipped>[1], of = at) =>
    slipped(at, rule, of)[0]![0];

  it("hidden-slope-left-out, slope-put-in: 8, and 8 · (3/16)²", () => {
    expect(lone(dz, "hidden-slope-left-out")).toBe(8);
    expect(lone(dz, "slope-put-in")).toBeCloseTo(9 / 32, 14);
  });

  it("h-for-slope, one-minus-h-for-slope, other-slope, z-in-slope: of h = 3/4", () => {
    expect(lone(slope, "h-for-slope", dz)).toBeCloseTo(6, 14);
    expect(lone(slope, "one-minus-h-for-slope", dz)).toBeCloseTo(2, 14);
    expect(lone(slope, "other-slope", dz)).toBeCloseTo(3.5, 14);
    expect(lone(slope, "z-in-slope")).toBeCloseTo(ln3 * (1 - ln3), 14);
  });

  it("slope-at-h: the slope of a sigmoid at 3/4", () => {
    const again = 1 / (1 + Math.exp(-0.75));
    expect(lone(slope, "slope-at-h")).toBeCloseTo(again * (1 - again), 12);
  });

  it("the same in h(1 − h) as an author writes it, and in c h (1 − h)", () => {
    const rest = lay(subtract, [given(1), h]);
    for (const written of [lay(multiply, [h, rest]), lay(multiply, [rest, h])]) {
      expect(lone(written, "h-for-slope")).toBeCloseTo(0.75, 14);
      expect(lone(written, "one-minus-h-for-slope")).toBeCloseTo(0.25, 14);
      expect(lone(written, "hidden-slope-left-out")).toBe(1);
    }
    const whole = lay(multiply, [lay(multiply, [dh, h]), rest]);
    expect(lone(whole, "hidden-slope-left-out")).toBe(8);
    expect(lone(whole, "h-for-slope")).toBeCloseTo(6, 14);
    expect(slipped(whole, "factor-left-out")).toEqual([]);
  });

  it("output-slope-left-out, output-slope-twice: of a p", () => {
    const p = given(0.75, "p");
    const written = lay(multiply, [p, lay(subtract, [given(1), p])]);
    expect(lone(written, "output-slope-left-out")).toBe(1);
    expect(lone(written, "output-slope-twice")).toBeCloseTo(9 / 256, 14);
  });

  it("tanh-slope-without-square, one-minus-left-out, other-slope: of h = 4/5", () => {
    const t = lay(tanh, [z]);
    const own = lay(tanhSlope, [t, z]);
    expect(lone(own, "tanh-slope-without-square")).toBeCloseTo(0.2, 14);
    expect(lone(own, "one-minus-left-out")).toBeCloseTo(0.64, 14);
    expect(lone(own, "other-slope")).toBeCloseTo(0.16, 14);
    expect(lone(own, "z-in-slope")).toBeCloseTo(1 - ln3 * ln3, 14);
    const written = lay(subtract, [given(1), lay(multiply, [t, t])]);
    expect(lone(written, "tanh-slope-without-square")).toBeCloseTo(0.2, 14);
  });

  it("relu-mask-forgotten, mask-turned, other-slope: of a ReLU", () => {
    const zs = given([-2, 3]);
    const mask = lay(reluSlope, [zs]);
    expect(slipped(mask, "relu-mask-forgotten")).toEqual([[1, 1]]);
    expect(slipped(mask, "mask-turned")).toEqual([[1, 0]]);
    expect(slipped(mask, "h-for-slope")).toEqual([[0, 3]]);
    expect(slipped(lay(leakyReluSlope, [zs]), "other-slope")).toEqual([[0, 1]]);
    expect(slipped(lay(leakyRelu, [zs]), "other-activation")).toEqual([[0, 3]]);
  });
});

describe("a slip in a weight’s gradient comes to what people give", () => {
  const { lay, given, slipped } = bench();
  const input = given([[1, 2, 3]], "x");
  const W = given([[5]], "W1");
  const z = lay(affine, [W, input, given(0, "b1")]);
  const h = lay(sigmoid, [z]);
  const dz = lay(multiply, [given([[4, 8, 12]]), lay(sigmoidSlope, [h, z])]);
  const dW = lay(matmul, [dz, lay(transpose, [input])]);

  it("own-h-for-input: dz times the layer’s own h", () => {
    const own = [5, 10, 15].map((v) => 1 / (1 + Math.exp(-v)));
    const expected = own.reduce((sum, v, i) => sum + 4 * (i + 1) * v * (1 - v) * v, 0);
    expect(slipped(dW, "own-h-for-input")[0]![0]).toBeCloseTo(expected, 12);
  });

  it("mean-for-sum: divided by the three examples", () => {
    const sums = lay(matmul, [given([[3, 6, 9]]), given([1, 1, 1])]);
    expect(slipped(sums, "mean-for-sum")).toEqual([[6]]);
    expect(slipped(dW, "mean-for-sum")[0]![0]).toBeCloseTo(dW.data[0]! / 3, 14);
  });

  it("one-example-only: the gradient of the first example", () => {
    const first = 1 / (1 + Math.exp(-5));
    expect(slipped(dW, "one-example-only")[0]![0]).toBeCloseTo(dz.data[0]! * input.data[0]!, 12);
    expect(dz.data[0]).toBeCloseTo(4 * first * (1 - first), 12);
  });

  it("bias-gradient-times-h, bias-gradient-forgotten", () => {
    const db = lay(rowSums, [dz]);
    expect(slipped(db, "bias-gradient-times-h")[0]![0]).toBeCloseTo(dW.data[0]!, 14);
    expect(slipped(db, "bias-gradient-forgotten")).toEqual([[0]]);
  });

  it("weights-for-input, input-for-weights: dz = 2 with W and with h", () => {
    const x = given([3, 5], "h1");
    const W2 = given([[7, 11]], "W2");
    const z2 = lay(affine, [W2, x, given(0, "b2")]);
    const dz2 = lay(multiply, [given(2), lay(reluSlope, [z2])]);
    expect(slipped(lay(matmul, [dz2, lay(transpose, [x])]), "weights-for-input")).toEqual([
      [14, 22],
    ]);
    expect(slipped(lay(matmul, [lay(transpose, [W2]), dz2]), "input-for-weights")).toEqual([
      [6, 10],
    ]);
  });

  it("slope-put-in: where a lone h is a factor, 2 · 3/4 · 3/16", () => {
    const product = lay(multiply, [given(2), lay(sigmoid, [given(ln3)])]);
    expect(slipped(product, "slope-put-in")[0]![0]).toBeCloseTo(9 / 32, 14);
  });

  it("z-for-h, slope-put-in: where hᵀ is read", () => {
    const below = lay(sigmoid, [given([0, ln3])]);
    const hT = lay(transpose, [below]);
    const outer = lay(matmul, [given(16), hT]);
    expect(slipped(hT, "z-for-h", outer)).toEqual([[0, 16 * ln3]]);
    const [with2] = slipped(hT, "slope-put-in", outer);
    expect(with2![0]).toBeCloseTo(2, 14);
    expect(with2![1]).toBeCloseTo(2.25, 14);
  });
});
