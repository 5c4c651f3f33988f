import { describe, expect, it } from "vitest";
import { drawVariant, isTensor, type Value } from "@/lib/exercise";
import { exerciseFrom, rowsOf } from "../mdx-exercise";
import { evaluateText } from "./evaluate-text";

type Rows = readonly (readonly number[])[];

const matrixOf = (rows: Rows): Value => ({
  rows: rows.length,
  cols: rows[0]!.length,
  data: Float64Array.from(rows.flat()),
});

const numbersOf = (value: Value): number[] => {
  if (typeof value === "number") return [value];
  if (isTensor(value)) return [...value.data];
  throw new Error("this is neither a number nor a tensor");
};

const scope: Record<string, Rows> = {
  x: [
    [0.3, -1.2, 0.8],
    [1.1, 0.4, -0.6],
    [-0.7, 0.9, 1.6],
  ],
  K: [
    [0.5, -1],
    [1.5, 0.7],
  ],
  v: [[0.4], [-0.9], [1.3]],
  u: [[1.2], [0.6], [-0.5]],
  A: [
    [3, 0.4, -0.2],
    [0.3, 2, 0.5],
    [0.1, -0.4, 4],
  ],
  mask: [
    [1, 0, 0],
    [1, 1, 0],
    [1, 1, 1],
  ],
};

/** Weights that make a number of a tensor which every entry counts in. */
const weighed = (text: string) => `sum(map([${text}], a => sum(hadamard(a, sin(a + 1))))[0])`;
const cell = (Wx: string) => `{ Wx: ${Wx}, Wh: x, b: u }`;

it.each([
  ["conv1d", weighed("conv1d(v, vector([0.5, -1]), { padding: 1 })"), "v"],
  ["conv2d, by the kernel", weighed("conv2d(x, K, { stride: 2, padding: 1, bias: 0.3 })"), "K"],
  ["conv2d, by the input", weighed("conv2d(x, K, { padding: 1 })"), "x"],
  ["conv2d of two channels", weighed("conv2d([x, A], [K, K])"), "K"],
  ["maxPool", weighed("maxPool(x, 2, { stride: 1 })"), "x"],
  ["meanPool", weighed("meanPool(x, [2, 3], { stride: 1 })"), "x"],
  ["embedding", weighed("embedding(x, [3, 1, 3])"), "x"],
  ["attention, by the queries", weighed("attention(x, A, x, mask).output"), "x"],
  ["attention, by the keys", weighed("attention(x, A, x, mask).output"), "A"],
  [
    "scores, scaled and masked",
    weighed('softmax(masked(scaled(scores(x, A), 3), mask), "rows")'),
    "A",
  ],
  ["softmax along rows", weighed('softmax(x, "rows")'), "x"],
  ["layerNorm", weighed("layerNorm(x, { gamma: u, beta: v }).y"), "x"],
  ["layerNorm, by its scale", weighed("layerNorm(x, { gamma: u, beta: v }).y"), "u"],
  ["batchNorm", weighed("batchNorm(x, { epsilon: 0.1 }).y"), "x"],
  ["dropout", weighed("dropout(v, [1, 0, 1], 0.4)"), "v"],
  ["recurrent", weighed(`recurrent(${cell("A")}, v, u).h`), "A"],
  [
    "lstm",
    weighed(
      `lstm({ i: ${cell("A")}, f: ${cell("x")}, g: ${cell("A")}, o: ${cell("x")} }, v, { h: u, c: v }).h`,
    ),
    "A",
  ],
  ["gru", weighed(`gru({ r: ${cell("A")}, z: ${cell("x")}, n: ${cell("A")} }, v, u).h`), "x"],
  ["l1Penalty", "l1Penalty(x, 0.3)", "x"],
  ["l2Penalty", "l2Penalty(x, 0.3) + l2Penalty(x, 0.3, { half: true })", "x"],
  ["max and min", "max(x) * min(x)", "x"],
  ["clip", weighed("clip(x, -1, 1)"), "x"],
  ["sin and cos", weighed("hadamard(sin(x), cos(x))"), "x"],
  ["inverse", weighed("inverse(A)"), "A"],
  ["solve, by the matrix", weighed("solve(A, v)"), "A"],
  ["solve, by the right side", weighed("solve(A, v)"), "v"],
  ["batchedProduct", weighed("batchedProduct([A, x], [x, A])[1]"), "x"],
  ["outer", weighed("outer(u, v)"), "v"],
  ["beside and stack", weighed("beside(stack(u, v), stack(v, u))"), "v"],
  ["map over columns", weighed("map(x, c => tanh(A * c))"), "x"],
  ["map over entries", weighed("map(v, e => e ** 3 + e)"), "v"],
  ["scan through time", weighed("scan((h, c) => tanh(A * c + x * h), u, x)[2]"), "x"],
])("the gradient of %s is its slope", (_, text, by) => {
  const values = Object.fromEntries(Object.entries(scope).map(([k, rows]) => [k, matrixOf(rows)]));
  const own = numbersOf(evaluateText(`grad(${text}, ${by})`, values));
  const at = (i: number, step: number) => {
    const moved = numbersOf(values[by]!).map((v, k) => (k === i ? v + step : v));
    const rows = scope[by]!.map((row, r) => row.map((__, c) => moved[r * row.length + c]!));
    return evaluateText(text, { ...values, [by]: matrixOf(rows) }) as number;
  };
  const slopes = own.map((__, i) => (at(i, 1e-5) - at(i, -1e-5)) / 2e-5);
  for (const [i, slope] of slopes.entries()) expect(own[i], `entry ${i + 1}`).toBeCloseTo(slope, 6);
});

describe("grad", () => {
  it("of its own gradient is the second derivative", () => {
    expect(evaluateText("grad(grad(w ** 3, w), w)", { w: 2 })).toBeCloseTo(12, 10);
    expect(evaluateText("grad(grad(sigmoid(w), w), w)", { w: 0.5 })).toBeCloseTo(
      (() => {
        const h = 1 / (1 + Math.exp(-0.5));
        return h * (1 - h) * (1 - 2 * h);
      })(),
      10,
    );
  });

  it("by a list or a record has the gradient by each value in it", () => {
    const { a, b } = evaluateText("map([{ a: 2, b: 5 }], r => grad(r.a * r.b, r))[0]") as {
      a: number;
      b: number;
    };
    expect([a, b]).toEqual([5, 2]);
  });

  it("with what arrives goes on from there, and no further back", () => {
    const values = { W: matrixOf([[1, 2]]), x: matrixOf([[3], [4]]), d: 10 };
    expect(numbersOf(evaluateText("grad(W * x, W, d)", values))).toEqual([30, 40]);
  });

  it("by a name goes into the givens that read it, and is the same for values kept before", () => {
    const exercise = exerciseFrom(`
      <Given name="w" value={uniform(1, 2, { step: 0.1 })} />
      <Given name="h" value={w ** 2} />
      <Given name="L" value={h * h + w} />
      <Numeric name="dw" label="dw" answer={grad(L, w)} />
      <Numeric name="dh" label="dh" answer={grad(L, h)} />
    `);
    const { givens, parts, scope: drawn } = drawVariant(exercise, { seed: "a", number: 1 });
    const w = givens.w as number;
    expect(parts.dw?.key).toBeCloseTo(4 * w ** 3 + 1, 10);
    expect(parts.dh?.key).toBeCloseTo(2 * w ** 2, 10);
    const { answer } = exercise.parts[0]!.settings as { answer: { run: (c: object) => Value } };
    const again = answer.run({ scope: new Map(drawn), meter: { steps: 0 } });
    expect(again).toBeCloseTo(4 * w ** 3 + 1, 10);
  });

  it("counts only the paths that lead on from it", () => {
    expect(evaluateText("grad(a * a + b, a)", { a: 3, b: 1 })).toBe(6);
  });

  it.each([
    ["grad(W, W)", "one number, not of a 1×2 matrix", "sum(a)"],
    ['grad(sum(W), "relu")', "no gradient by a text", "Give a number"],
    ["grad(3, W)", "not worked out from its second", "Give a given"],
    ["grad(sum(W), vector([1, 2]))", "not worked out from its second", "such as W"],
    ["grad(sum(round(W)), W)", "does not go back through round", "Leave round out"],
    ["grad(sum(W) * argmax(T(W)), W)", "does not go back through argmax", "Leave argmax out"],
    ["grad(crossEntropy([1, 0], softmax(T(W))), 1)", "not worked out", "such as W"],
    ["grad(grad(crossEntropy([1, 0], softmax(T(W))), W) * T(W), W)", "loss once more", "log"],
    ["grad(W * T(W), W, [1, 2])", "does not work with a 1×1 matrix for y", "shape of y"],
    ["grad(sum(dropout(W, W, 0.5)), W)", "no gradient by the mask", "worked out from"],
  ])("refuses %s, and says how to mend it", (text, message, mend) => {
    const run = () => evaluateText(text, { W: matrixOf([[1, 2]]) });
    expect(run).toThrow(message);
    expect(run).toThrow(expect.objectContaining({ mend: expect.stringContaining(mend) }));
  });
});

describe("an exercise that nobody could take a gradient in", () => {
  it("is refused where a given on the way draws while it computes", () => {
    expect(() =>
      exerciseFrom(`
        <Given name="w" value={uniform(1, 2)} />
        <Given name="L" value={w * uniform(1, 2)} />
        <Numeric name="dw" label="dw" answer={grad(L, w)} />
      `),
    ).toThrow(/L, which draws while it computes[\s\S]*Draw in a <Given> of its own/);
  });

  it("is refused where its text takes one", () => {
    expect(() =>
      exerciseFrom(`
        <Given name="w" value={uniform(1, 2)} />

        It is {grad(w * w, w)}.

        <Numeric name="dw" label="dw" answer={2 * w} />
      `),
    ).toThrow(/no gradient can be taken here[\s\S]*Take it in a <Given>/);
  });

  it("is taken where what is drawn is drawn before", () => {
    const exercise = exerciseFrom(`
      <Given name="a" value={uniform(1, 2)} />
      <Given name="w" value={uniform(a, 3)} />
      <Given name="L" value={w * w * a} />
      <Matrix name="dw" label="dw" answer={matrix([[grad(L, w), 0]])} />
    `);
    const { givens, scope: drawn } = drawVariant(exercise, { seed: "b", number: 1 });
    const [[dw]] = rowsOf(drawn.get("dw")) as [[number]];
    expect(dw).toBeCloseTo(2 * (givens.w as number) * (givens.a as number), 10);
  });
});
