import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { drawVariant, isTensor, toJson } from "@/lib/exercise";
import { evaluate, LanguageError, show } from "@/lib/exercise/language";
import { anExercise } from "./an-exercise";
import { exprOf } from "./language/evaluate-text";

vi.mock("@/lib/exercise/kinds", () => import("./plain-kinds"));

const gradients = anExercise({
  givens: {
    net: 'network([2, 3, 3, 1], { activation: "sigmoid", loss: "binary-cross-entropy" })',
    x: "uniform(-1, 1, { shape: 2, step: 0.1 })",
    y: "pick(0, 1)",
    pass: "backprop(net, x, y)",
  },
  parts: { dz3: "pass.dz[3]", first: "at(dz3 * T(pass.h[2]), 1, 1)" },
});

const entropy = anExercise({
  givens: { y: "oneHot(3)", p: "probabilities(3, { step: 0.1 })" },
  parts: { loss: "crossEntropy(y, p)" },
  fixed: [
    { givens: { y: "[1, 0, 0]", p: "[0.8, 0.1, 0.1]" }, key: { loss: "0.22" } },
    { givens: { p: "[0.2, 0.3, 0.5]" }, key: {} },
  ],
});

describe("a variant", () => {
  it("is the same for ever: the numbers of this seed stand here", () => {
    const { givens, parts } = drawVariant(gradients, { seed: "golden", number: 1 });
    expect(show(givens.x ?? 0)).toBe("vector([0.5, -0.1])");
    expect(show(givens.y ?? 0)).toBe("1");
    expect(parts.dz3?.key).toBeCloseTo(-0.331706233397628, 12);
  });

  it("has the same numbers each time it is drawn, whatever the seed", () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const draw = () => toJson(drawVariant(gradients, { seed, number: 1 }).givens);
        expect(draw()).toEqual(draw());
      }),
    );
  });

  it("makes a part's key a value for the parts after it", () => {
    const { parts, scope } = drawVariant(gradients, { seed: "s", number: 1 });
    expect(scope.get("dz3")).toBe(parts.dz3?.key);
    const expected = evaluate(exprOf("at(pass.h[2], 1) * dz3", ["pass", "dz3"]), scope);
    expect(parts.first?.key).toBeCloseTo(Number(expected), 12);
  });
});

describe("a fixed variant", () => {
  it("takes the author's givens, as vectors where vectors are drawn", () => {
    const { givens, parts } = drawVariant(entropy, { seed: "any", number: 1 });
    expect(isTensor(givens.p ?? 0)).toBe(true);
    expect(show(givens.p ?? 0)).toBe("vector([0.8, 0.1, 0.1])");
    expect(parts.loss?.key).toBeCloseTo(0.22314, 5);
  });

  it("draws the givens it does not fix, and leaves the numbers after the last one to the seed", () => {
    const second = drawVariant(entropy, { seed: "any", number: 2 });
    const third = drawVariant(entropy, { seed: "any", number: 3 });
    expect(show(second.givens.p ?? 0)).toBe("vector([0.2, 0.3, 0.5])");
    expect(second.givens.y).toEqual(third.givens.y);
    expect(third.givens.p).not.toEqual(second.givens.p);
  });

  it("is refused when the key its author states is not what comes out", () => {
    const wrong = anExercise({
      givens: { a: "integer(1, 9)" },
      parts: { double: "2 * a" },
      fixed: [{ givens: { a: "3" }, key: { double: "7" } }],
    });
    expect(() => drawVariant(wrong, { seed: "s", number: 1 })).toThrow(/key stated for double/);
    expect(drawVariant(wrong, { seed: "s", number: 2 }).number).toBe(2);
  });
});

it("says where an expression fails for these numbers", () => {
  const failing = anExercise({ givens: { a: "0 * integer(1, 2)" }, parts: { b: "1 / a" } });
  expect(() => drawVariant(failing, { seed: "s", number: 1 })).toThrow(LanguageError);
});

it("keeps one budget for the whole variant", () => {
  const square = "matrix(100, 100, 0.001)";
  const product = `integer(1, 2) * (${square} * ${square})`;
  const greedy = anExercise({ givens: { a: product, b: product }, parts: {} });
  expect(() => drawVariant(greedy, { seed: "s", number: 1 })).toThrow(/more than 2000000 steps/);
});

describe("tries at fair numbers", () => {
  const square = "matrix(60, 60, 0.001)";
  const hopeless = anExercise({
    givens: { a: `integer(1, 2) * sum(${square} * ${square})` },
    parts: { b: "log(a - a)" },
  });

  it("share one budget, and an author hears what to change, and where", () => {
    let tries = 0;
    const drawn = () => drawVariant(hopeless, { seed: "s", number: 1 }, () => tries++);
    expect(drawn).toThrow(
      /^\d+ tries at fair numbers took more than 2000000 steps, and none was fair$/,
    );
    expect(tries).toBeLessThan(20);
    const { mend, position } = caught(drawn);
    expect(mend).toMatch(/smaller networks, batches or matrices/);
    expect(position).toEqual(hopeless.givens[0]?.expr.at);
  });
});

function caught(run: () => unknown): LanguageError {
  try {
    run();
  } catch (error) {
    if (error instanceof LanguageError) return error;
  }
  throw new Error("no LanguageError was thrown");
}
