import { describe, expect, it } from "vitest";
import { abs } from "@/lib/engine/ops/abs";
import { add } from "@/lib/engine/ops/add";
import { divide } from "@/lib/engine/ops/divide";
import { entry } from "@/lib/engine/ops/entry";
import { exp } from "@/lib/engine/ops/exp";
import { log } from "@/lib/engine/ops/logarithm";
import { matmul } from "@/lib/engine/ops/matmul";
import { mean } from "@/lib/engine/ops/mean";
import { multiply } from "@/lib/engine/ops/multiply";
import { negate } from "@/lib/engine/ops/negate";
import { power } from "@/lib/engine/ops/power";
import { cos, sin } from "@/lib/engine/ops/sin";
import { slice } from "@/lib/engine/ops/slice";
import { sqrt } from "@/lib/engine/ops/sqrt";
import { square } from "@/lib/engine/ops/square";
import { stack } from "@/lib/engine/ops/stack";
import { subtract } from "@/lib/engine/ops/subtract";
import { repeat, rowSums, sum } from "@/lib/engine/ops/sum";
import { transpose } from "@/lib/engine/ops/transpose";
import { bench } from "./slipped";

// Every figure here was worked with pencil and paper.

describe("a slip in a sum or a difference comes to what people give", () => {
  const { lay, given, slipped } = bench();
  const [a, b] = [given([7, 5]), given([2, 9])];

  it("term-left-out, minus-for-plus", () => {
    const total = lay(add, [a, b]);
    expect(slipped(total, "term-left-out")).toEqual([
      [2, 9],
      [7, 5],
    ]);
    expect(slipped(total, "minus-for-plus")).toEqual([[5, -4]]);
    expect(slipped(lay(subtract, [a, b]), "term-left-out")).toEqual([
      [7, 5],
      [-2, -9],
      [2, 9],
    ]);
  });

  it("bias-left-out, bias-subtracted: an addend that is called b2", () => {
    const z = lay(add, [a, given([2, 9], "b2")]);
    expect(slipped(z, "bias-left-out")).toEqual([[7, 5]]);
    expect(slipped(z, "bias-subtracted")).toEqual([[5, -4]]);
    expect(slipped(z, "term-left-out")).toEqual([[2, 9]]);
  });

  it("plus-for-minus, difference-turned", () => {
    const difference = lay(subtract, [a, b]);
    expect(slipped(difference, "plus-for-minus")).toEqual([[9, 14]]);
    expect(slipped(difference, "difference-turned")).toEqual([[-5, 4]]);
  });

  it("sign-turned, two-put-in: p − y", () => {
    const error = lay(subtract, [given(0.75, "pass.p"), given(1, "y")]);
    expect(slipped(error, "sign-turned")).toEqual([[0.25]]);
    expect(slipped(error, "two-put-in")).toEqual([[-0.5]]);
    expect(slipped(error, "difference-turned")).toEqual([]);
  });

  it("one-minus-left-out: β for 1 − β", () => {
    expect(slipped(lay(subtract, [given(1), given(0.75, "beta")]), "one-minus-left-out")).toEqual([
      [0.75],
    ]);
  });

  it("uphill, rate-left-out: a step the other way, and of the whole gradient", () => {
    const [W, alpha, dW] = [given([3, 2], "W"), given(0.5, "alpha"), given([4, -2], "dW")];
    const step = lay(multiply, [alpha, dW]);
    const after = lay(subtract, [W, step]);
    expect(slipped(after, "uphill")).toEqual([[5, 1]]);
    expect(slipped(step, "rate-left-out", after)).toEqual([[-1, 4]]);
    const unnamed = lay(subtract, [W, lay(multiply, [given(0.5), dW])]);
    expect(slipped(unnamed, "rate-left-out")).toEqual([[-1, 4]]);
  });

  it("velocity-forgotten, share-put-in, one-minus-put-in: β v + g", () => {
    const [beta, v, g] = [given(0.75, "beta"), given([8, 4]), given([2, 6])];
    const kept = lay(multiply, [beta, v]);
    const velocity = lay(add, [kept, g]);
    expect(slipped(velocity, "velocity-forgotten")).toEqual([[2, 6]]);
    expect(slipped(velocity, "share-put-in")).toEqual([[6.5, 4.5]]);
    expect(slipped(kept, "one-minus-put-in", velocity)).toEqual([[4, 7]]);
  });

  it("shares-changed-over: 1 − β of the old and β of the new", () => {
    const [beta, m, g] = [given(0.75, "beta"), given(8), given(4)];
    const rest = lay(subtract, [given(1), beta]);
    const running = lay(add, [lay(multiply, [beta, m]), lay(multiply, [rest, g])]);
    expect(slipped(running, "shares-changed-over")).toEqual([[5]]);
  });
});

describe("a slip in a product, a quotient or a power comes to what people give", () => {
  const { lay, given, slipped } = bench();

  it("factor-left-out, matrix-product-for-entries", () => {
    const product = lay(multiply, [
      given([
        [1, 2],
        [3, 4],
      ]),
      given([
        [5, 6],
        [7, 8],
      ]),
    ]);
    expect(slipped(product, "factor-left-out")).toEqual([
      [5, 6, 7, 8],
      [1, 2, 3, 4],
    ]);
    expect(slipped(product, "matrix-product-for-entries")).toEqual([[19, 22, 43, 50]]);
  });

  it("quotient-for-product, sum-for-product", () => {
    const product = lay(multiply, [given(6, "u"), given(4, "v")]);
    expect(slipped(product, "quotient-for-product")[0]).toEqual([1.5]);
    expect(slipped(product, "quotient-for-product")[1]![0]).toBeCloseTo(2 / 3, 14);
    expect(slipped(product, "sum-for-product")).toEqual([[10]]);
  });

  it("two-left-out, square-factor-left-out, half-left-out, minus-left-out", () => {
    const s = given(3, "s");
    const difference = lay(subtract, [given(5, "w"), given(1, "k")]);
    expect(slipped(lay(multiply, [given(2), s]), "two-left-out")).toEqual([[3]]);
    expect(slipped(lay(multiply, [given(2), difference]), "square-factor-left-out")).toEqual([[4]]);
    expect(slipped(lay(multiply, [given(0.5), s]), "half-left-out")).toEqual([[3]]);
    expect(slipped(lay(divide, [s, given(2)]), "half-left-out")).toEqual([[3]]);
    expect(slipped(lay(multiply, [given(-1), s]), "minus-left-out")).toEqual([[3]]);
    expect(slipped(lay(negate, [s]), "minus-left-out")).toEqual([[3]]);
  });

  it("divisor-left-out, product-for-quotient, quotient-turned", () => {
    const share = lay(divide, [given(6, "u"), given(4, "v")]);
    expect(slipped(share, "divisor-left-out")).toEqual([[6]]);
    expect(slipped(share, "product-for-quotient")).toEqual([[24]]);
    expect(slipped(share, "quotient-turned")[0]![0]).toBeCloseTo(2 / 3, 14);
  });

  it("bias-correction-left-out: m without 1 − β²", () => {
    const beta = lay(power, [given(0.5, "beta1"), given(2)]);
    const mHat = lay(divide, [given(3, "m"), lay(subtract, [given(1), beta])]);
    expect(mHat.data[0]).toBe(4);
    expect(slipped(mHat, "bias-correction-left-out")).toEqual([[3]]);
  });

  it("exponent-left-out, times-for-power, exponent-one-off, half-put-in", () => {
    const cube = lay(power, [given(2, "w"), given(3, "n")]);
    expect(slipped(cube, "exponent-left-out")).toEqual([[2]]);
    expect(slipped(cube, "times-for-power")).toEqual([[6]]);
    expect(slipped(cube, "exponent-one-off")).toEqual([[4], [16]]);
    const squared = lay(square, [given(3)]);
    expect(slipped(squared, "exponent-left-out")).toEqual([[3]]);
    expect(slipped(squared, "times-for-power")).toEqual([[6]]);
    expect(slipped(squared, "half-put-in")).toEqual([[4.5]]);
  });

  it("entries-for-matrix-product, product-turned, transpose-put-in", () => {
    const product = lay(matmul, [
      given([
        [1, 2],
        [3, 4],
      ]),
      given([
        [5, 6],
        [7, 8],
      ]),
    ]);
    expect(slipped(product, "entries-for-matrix-product")).toEqual([[5, 12, 21, 32]]);
    expect(slipped(product, "product-turned")).toEqual([[23, 34, 31, 46]]);
    expect(slipped(product, "transpose-put-in")).toEqual([
      [26, 30, 38, 44],
      [17, 23, 39, 53],
    ]);
    expect(slipped(product, "factor-left-out")).toEqual([
      [5, 6, 7, 8],
      [1, 2, 3, 4],
    ]);
  });

  it("weights-not-transposed, transpose-left-out: where the shape allows it", () => {
    const [dz, square] = [
      given([1, 1]),
      [
        [1, 2],
        [3, 4],
      ],
    ];
    const WT = lay(transpose, [given(square, "net.W[2]")]);
    expect(slipped(WT, "weights-not-transposed", lay(matmul, [WT, dz]))).toEqual([[3, 7]]);
    const AT = lay(transpose, [given(square, "A")]);
    expect(slipped(AT, "transpose-left-out", lay(matmul, [AT, dz]))).toEqual([[3, 7]]);
    expect(slipped(lay(transpose, [given([[1, 2]], "W")]), "weights-not-transposed")).toEqual([]);
  });

  it("outer-product-turned: rows and columns changed over", () => {
    const outer = lay(matmul, [given([1, 2]), lay(transpose, [given([3, 4, 5])])]);
    expect(slipped(outer, "outer-product-turned")).toEqual([[3, 6, 4, 8, 5, 10]]);
  });
});

describe("a slip in a function or a sum of entries comes to what people give", () => {
  const { lay, given, slipped } = bench();

  it("root-left-out, half-for-root, absolute-value-left-out", () => {
    expect(slipped(lay(sqrt, [given(16)]), "root-left-out")).toEqual([[16]]);
    expect(slipped(lay(sqrt, [given(16)]), "half-for-root")).toEqual([[8]]);
    expect(slipped(lay(abs, [given(-3)]), "absolute-value-left-out")).toEqual([[-3]]);
  });

  it("base-10-log, base-2-log, log-left-out, one-minus-put-in, exp-left-out", () => {
    expect(slipped(lay(log, [given(0.01)]), "base-10-log")[0]![0]).toBeCloseTo(-2, 12);
    expect(slipped(lay(log, [given(0.125)]), "base-2-log")[0]![0]).toBeCloseTo(-3, 12);
    expect(slipped(lay(log, [given(0.25)]), "log-left-out")).toEqual([[0.25]]);
    expect(slipped(lay(log, [given(0.25)]), "one-minus-put-in")[0]![0]).toBeCloseTo(
      -0.2876820724517809,
      12,
    );
    expect(slipped(lay(exp, [given(2)]), "exp-left-out")).toEqual([[2]]);
  });

  it("distance-for-loss: p − 1 for ln p, and −p for ln(1 − p)", () => {
    const p = given(0.25, "pass.p");
    expect(slipped(lay(log, [p]), "distance-for-loss")).toEqual([[-0.75]]);
    const rest = lay(subtract, [given(1), p]);
    expect(slipped(lay(log, [rest]), "distance-for-loss")).toEqual([[-0.25]]);
    expect(slipped(lay(log, [given(0.25)]), "distance-for-loss")).toEqual([]);
  });

  it("degrees-for-radians, cosine-for-sine", () => {
    expect(slipped(lay(sin, [given(30)]), "degrees-for-radians")[0]![0]).toBeCloseTo(0.5, 12);
    expect(slipped(lay(sin, [given(0)]), "cosine-for-sine")).toEqual([[1]]);
    expect(slipped(lay(cos, [given(0)]), "cosine-for-sine")).toEqual([[0]]);
  });

  it("rounded-early: two decimals", () => {
    expect(slipped(lay(divide, [given(2), given(3)]), "rounded-early")).toEqual([[0.67]]);
  });

  it("sum-for-mean, mean-for-sum, divided-by-one-less", () => {
    const a = given([3, 6, 9]);
    expect(slipped(lay(mean, [a]), "sum-for-mean")).toEqual([[18]]);
    expect(slipped(lay(mean, [a]), "mean-for-sum")).toEqual([[2]]);
    expect(slipped(lay(mean, [a]), "divided-by-one-less")).toEqual([[9]]);
    expect(slipped(lay(sum, [a]), "mean-for-sum")).toEqual([[6]]);
    expect(slipped(lay(divide, [lay(sum, [a]), given(3)]), "sum-for-mean")).toEqual([[18]]);
    expect(slipped(lay(rowSums, [given([[2, 4]])]), "mean-for-sum")).toEqual([[3]]);
    const share = lay(divide, [given(1), given(2)]);
    const back = lay(repeat, [share], { rows: 1, cols: 2 });
    expect(slipped(back, "sum-for-mean")).toEqual([[1, 1]]);
  });

  it("one-example-only, mean-for-sum: the first of three, and a mean divided twice", () => {
    const batch = given([[6, 1, 2]]);
    expect(slipped(lay(mean, [batch]), "one-example-only")).toEqual([[6]]);
    const rows = given([
      [1, 2],
      [3, 4],
    ]);
    expect(slipped(lay(rowSums, [rows]), "one-example-only")).toEqual([[1, 3]]);
    const written = lay(divide, [lay(sum, [batch]), given(3)]);
    expect(slipped(written, "mean-for-sum")).toEqual([[1]]);
  });

  it("wrong-axis: sums of the columns", () => {
    expect(
      slipped(
        lay(rowSums, [
          given([
            [1, 2],
            [3, 4],
          ]),
        ]),
        "wrong-axis",
      ),
    ).toEqual([[4, 6]]);
  });

  it("entry-beside-read, entry-crosswise-read, order-turned", () => {
    expect(slipped(lay(entry, [given([5, 6, 7])], 1), "entry-beside-read")).toEqual([[5], [7]]);
    const W = given([
      [1, 2],
      [3, 4],
    ]);
    expect(slipped(lay(entry, [W], 1), "entry-crosswise-read")).toEqual([[3]]);
    const row = lay(slice, [W], { row: 0, col: 0, rows: 1, cols: 2 });
    expect(slipped(row, "entry-beside-read")).toEqual([[3, 4]]);
    expect(slipped(row, "entry-crosswise-read")).toEqual([[1, 3]]);
    expect(slipped(lay(stack, [given(1), given(2)]), "order-turned")).toEqual([[2, 1]]);
  });
});
