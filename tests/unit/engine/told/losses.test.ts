import { describe, expect, it } from "vitest";
import { affine } from "@/lib/engine/ops/affine";
import { lossBack, losses, outputGradient } from "@/lib/engine/ops/loss";
import { multiply } from "@/lib/engine/ops/multiply";
import { sigmoid, sigmoidSlope } from "@/lib/engine/ops/sigmoid";
import { softmax, softmaxBack } from "@/lib/engine/ops/softmax";
import { bench } from "./slipped";

// Every figure here was worked with pencil and paper: one sigmoid with p = 1/4, a softmax with p = (1/4, 3/4).

const { lay, given, slipped } = bench();
const ln = Math.log;
const first = (found: number[][]) => found[0]!;

describe("a slip in a loss comes to what people give", () => {
  const binary = (y: number, p: number) =>
    lay(losses, [given(y, "y"), given(p, "p")], "binary-cross-entropy");
  const classes = lay(losses, [given([1, 0]), given([0.25, 0.75])], "cross-entropy");
  const squared = lay(losses, [given([1, 0]), given([3, 2])], "mean-squared-error");

  it("base-10-log, base-2-log: 2 where p is 0.99 for a 0, and 2 where it is a quarter for a 1", () => {
    expect(first(slipped(binary(0, 0.99), "base-10-log"))[0]).toBeCloseTo(2, 12);
    expect(first(slipped(classes, "base-2-log"))[0]).toBeCloseTo(2, 14);
    expect(slipped(squared, "base-10-log")).toEqual([]);
  });

  it("minus-left-out, label-ignored, distance-for-loss, squared-for-cross-entropy", () => {
    expect(first(slipped(binary(0, 0.25), "minus-left-out"))[0]).toBeCloseTo(ln(0.75), 14);
    expect(first(slipped(binary(0, 0.25), "label-ignored"))[0]).toBeCloseTo(ln(4), 14);
    expect(slipped(binary(1, 0.25), "distance-for-loss")).toEqual([[0.75]]);
    expect(slipped(classes, "distance-for-loss")).toEqual([[0.75]]);
    expect(slipped(binary(1, 0.25), "squared-for-cross-entropy")).toEqual([[0.5625]]);
    expect(slipped(classes, "squared-for-cross-entropy")).toEqual([[1.125]]);
  });

  it("second-term-left-out, loss-terms-changed-over", () => {
    expect(first(slipped(binary(0, 0.25), "second-term-left-out"))[0]).toBeCloseTo(0, 14);
    expect(first(slipped(binary(1, 0.25), "second-term-left-out"))[0]).toBeCloseTo(ln(4), 14);
    expect(first(slipped(binary(1, 0.25), "loss-terms-changed-over"))[0]).toBeCloseTo(
      -ln(0.75),
      14,
    );
  });

  it("wrong-class, both-terms-for-cross-entropy: −ln 3/4, and 2 ln 4", () => {
    expect(first(slipped(classes, "wrong-class"))[0]).toBeCloseTo(-ln(0.75), 14);
    expect(first(slipped(classes, "both-terms-for-cross-entropy"))[0]).toBeCloseTo(2 * ln(4), 14);
  });

  it("one-class-only, absolute-for-squared, exponent-left-out, half-put-in, mean-over-outputs", () => {
    expect([...squared.data]).toEqual([8]);
    expect(slipped(squared, "one-class-only")).toEqual([[4]]);
    const fourth = lay(losses, [given([3, 0]), given([1, 5])], "mean-squared-error");
    expect(slipped(fourth, "absolute-for-squared")).toEqual([[7]]);
    expect(slipped(fourth, "exponent-left-out")).toEqual([[3]]);
    expect(slipped(squared, "half-put-in")).toEqual([[4]]);
    expect(slipped(squared, "mean-over-outputs")).toEqual([[4]]);
  });
});

describe("a slip in the derivative of a loss comes to what people give", () => {
  const dp = (y: number) =>
    lay(lossBack, [given(1), given(y), given(0.25)], "binary-cross-entropy");
  const squared = lay(lossBack, [given(1), given(1), given(3)], "mean-squared-error");

  it("sign-turned, square-factor-left-out", () => {
    expect(slipped(squared, "sign-turned")).toEqual([[-4]]);
    expect(slipped(squared, "square-factor-left-out")).toEqual([[2]]);
  });

  it("second-sign-lost, second-term-left-out, loss-terms-changed-over, slope-put-in", () => {
    expect(first(slipped(dp(0), "second-sign-lost"))[0]).toBeCloseTo(-4 / 3, 14);
    expect(first(slipped(dp(1), "second-sign-lost"))[0]).toBeCloseTo(-4, 14);
    expect(first(slipped(dp(0), "second-term-left-out"))[0]).toBeCloseTo(0, 14);
    expect(first(slipped(dp(1), "loss-terms-changed-over"))[0]).toBeCloseTo(4 / 3, 14);
    expect(slipped(dp(1), "slope-put-in")).toEqual([[-0.75]]);
  });

  it("wrong-class, mean-over-outputs: of two classes", () => {
    const both = lay(lossBack, [given(1), given([1, 0]), given([0.25, 0.5])], "cross-entropy");
    const [other] = slipped(both, "wrong-class");
    expect(other!.map((v) => v + 0)).toEqual([0, -2]);
    expect(slipped(both, "mean-over-outputs")[0]![0]).toBe(-2);
  });

  it("output-slope-left-out, output-slope-twice: at the product after it", () => {
    const h = lay(sigmoid, [given(0)]);
    const dz = lay(multiply, [
      lay(lossBack, [given(1), given(0), h], "mean-squared-error"),
      lay(sigmoidSlope, [h]),
    ]);
    expect(slipped(dz, "output-slope-left-out")).toEqual([[1]]);
    expect(slipped(dz, "output-slope-twice")).toEqual([[0.0625]]);
  });
});

describe("a slip in p − y comes to what people give", () => {
  const z = lay(affine, [given(1), given(-ln(3)), given(0)]);
  const p = lay(sigmoid, [z]);
  const dz = (y: number) => lay(outputGradient, [given(1), p, given(y, "y")]);
  const logits = given([0, ln(3)]);
  const both = lay(softmax, [logits]);
  const dzs = lay(outputGradient, [given(1), both, given([1, 0])]);
  const near = (found: number[][], ...expected: number[]) =>
    expected.forEach((v, i) => {
      expect(first(found)[i]).toBeCloseTo(v, 14);
    });

  it("sign-turned, two-put-in, term-left-out, z-for-h", () => {
    near(slipped(dz(1), "sign-turned"), 0.75);
    near(slipped(dz(1), "two-put-in"), -1.5);
    near(slipped(dz(1), "term-left-out"), 0.25);
    near(slipped(dz(1), "z-for-h"), -ln(3) - 1);
  });

  it("output-slope-left-out, output-slope-twice: −4, and −3/4 · 3/16", () => {
    near(slipped(dz(1), "output-slope-left-out"), -4);
    near(slipped(dz(1), "output-slope-twice"), -9 / 64);
  });

  it("second-term-left-out, second-sign-lost, loss-terms-changed-over", () => {
    near(slipped(dz(0), "second-term-left-out"), 0);
    near(slipped(dz(1), "second-term-left-out"), -0.75);
    near(slipped(dz(0), "second-sign-lost"), -0.25);
    near(slipped(dz(1), "loss-terms-changed-over"), 0.25);
  });

  it("sigmoid-slope-for-softmax, wrong-class, mean-over-outputs, output-slope-left-out", () => {
    near(slipped(dzs, "sigmoid-slope-for-softmax"), -0.75, 0);
    near(slipped(dzs, "wrong-class"), 0.25, -0.25);
    near(slipped(dzs, "mean-over-outputs"), -0.375, 0.375);
    near(slipped(dzs, "output-slope-left-out"), -4, 0);
  });

  it("the same after a softmax with another loss", () => {
    const back = lay(softmaxBack, [given([16, 0]), both]);
    near(slipped(back, "output-slope-left-out"), 16, 0);
    near(slipped(back, "sigmoid-slope-for-softmax"), 3, 0);
    near(slipped(back, "h-for-slope"), 4, 0);
    near([[...back.data]], 3, -3);
    near(slipped(back, "output-slope-twice"), 9 / 8, -9 / 8);
  });
});
