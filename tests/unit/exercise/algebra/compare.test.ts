import { describe, expect, it } from "vitest";
import { Answer, workToCompare } from "@/lib/exercise/algebra";
import { formula, matrices, numbers, over, relation } from "./over";
import { diceFor, equalPair, relationOf, unequalPair } from "./random-pairs";

describe("formulas of the same value are equal", () => {
  it.each([
    ["e^{3x}/(1+e^{3x})", "1/(1+e^{-3x})"],
    ["(p-y)/(p(1-p))", "-(y/p - (1-y)/(1-p))"],
    ["sigma(x)", "(1 + tanh(x/2))/2"],
    ["sigma'(x)", "sigma(x) sigma(-x)"],
    ["tanh'(x)", "1 - tanh^2(x)"],
    ["x", "relu(x) - relu(-x)"],
    ["abs(x)", "sqrt(x^2)"],
    ["ln(p/(1-p))", "ln p - ln(1-p)"],
    ["0", "(x+1)^2 - x^2 - 2x - 1"],
    ["1", "sin(x)^2 + cos(x)^2"],
  ])("%s and %s", (a, b) => {
    expect(relation(a, b)).toBe("equal");
    expect(relation(b, a)).toBe("equal");
  });

  it.each([
    ["e^(500x)/(1+e^(500x))", "1/(1+e^(-500x))"],
    ["x", "1e20 + x - 1e20"],
    ["x^2", "(1e20 + x)^2 - 1e40 - 2e20 * x"],
    ["tanh(5x + 40)", "1 - 2/(e^(10x + 80) + 1)"],
    ["0", "sqrt(2) sqrt(2) - 2"],
    ["x", "1e200 + x - 1e200"],
  ])("%s and %s, though float64 overflows or cancels", (a, b) => {
    expect(relation(a, b)).toBe("equal");
  });

  it("also where logarithms and roots of negative numbers are on the way", () => {
    expect(relation("x", "e^(ln(x))")).toBe("equal");
    expect(relation("-x", "sqrt(-x)^2")).toBe("equal");
    expect(relation("x^2", "sqrt(x)^4")).toBe("equal");
  });

  it("on the domain alone", () => {
    expect(relation("sqrt(x^2)", "x")).toBe("different");
    expect(relation("sqrt(x^2)", "x", over({ x: { domain: [0.1, 2] } }))).toBe("equal");
    expect(relation("ln(x)", "-ln(1/x)")).toBe("equal");
  });

  it.each([
    ["dz3 * h2^T", "(h2 dz3^T)^T"],
    ["(W3^T dz3) ⊙ h2 ⊙ (1 - h2)", "W3^T dz3 ⊙ (h2 - h2 ⊙ h2)"],
    ["(W3^T dz3) ⊙ h2 ⊙ (1 - h2)", "h2 ⊙ (1 - h2) ⊙ (dz3^T W3)^T"],
    ["W3 h2", "h2^T W3^T"],
  ])("%s and %s, of matrices", (a, b) => {
    expect(relation(a, b, matrices)).toBe("equal");
  });
});

describe("formulas of different value are told apart", () => {
  it.each([
    ["(p-y)/(p(1-p))", "-(y/p + (1-y)/(1-p))", "different"],
    ["(p-y)/(p(1-p))", "y/p - (1-y)/(1-p)", "opposite"],
    ["(p-y)/(p(1-p))", "2(p-y)/(p(1-p))", "multiple"],
    ["p - y", "1.01p - y", "different"],
    ["relu(x)", "x", "different"],
    ["relu(x - 1.9)", "0", "different"],
    ["tanh(5x + 40)", "tanh(5x + 40.2)", "different"],
    ["1e200 + x - 1e200", "1.01x", "different"],
    ["x + e^(-30)", "x", "different"],
    ["1", "tanh(1000)", "different"],
    ["x + e^(e^(e^2))", "y + e^(e^(e^2))", "different"],
    ["ln(2)", "0.6931", "different"],
    ["3", "6", "different"],
  ])("%s and %s are %s", (a, b, is) => {
    expect(relation(a, b)).toBe(is);
  });

  it("up to sign and factor also for matrices, entry by entry", () => {
    expect(relation("dz3 h2^T", "-dz3 h2^T", matrices)).toBe("opposite");
    expect(relation("dz3 h2^T", "3 dz3 h2^T", matrices)).toBe("multiple");
    expect(relation("h2", "h2 ⊙ h2", matrices)).toBe("different");
  });

  it.each(["9^9^9^9 x", "x + 10^(-1990)", "x + e^(e^(e^(e^(x^99))))"])(
    "says so when nothing can be trusted, and takes no more work than it may: %s",
    (typed) => {
      const work = workToCompare();
      const key = new Answer(formula("x", numbers), numbers);
      expect(key.relationTo(formula(typed, numbers), work)).not.toBe("equal");
      // A step is asked for before it is done, and the longest takes some 1,500.
      expect(work.left).toBeGreaterThan(-1_500);
    },
  );

  it("says so when nothing can be trusted", () => {
    expect(relation("x", "9^9^9^9 x")).toBe("undecided");
  });
});

describe("of random formulas, decimal.js being the judge of which are equal", () => {
  const pairs = 500;

  it(`calls none of ${pairs} rewritten pairs different`, () => {
    const dice = diceFor(11);
    for (let i = 0; i < pairs; i++) {
      const pair = equalPair(dice);
      expect(relationOf(pair), `${pair.a}  ~  ${pair.b}`).toBe("equal");
    }
  }, 60_000);

  it(`calls none of ${pairs} pairs with a slip in one equal, and reads them all`, () => {
    const dice = diceFor(12);
    for (let i = 0; i < pairs; i++) {
      const pair = unequalPair(dice);
      expect(["different", "opposite", "multiple"], `${pair.a}  ~  ${pair.b}`).toContain(
        relationOf(pair),
      );
    }
  }, 60_000);
});

it("gives the same answer every time", () => {
  const once = relation("relu(x)", "x + p", numbers);
  expect(relation("relu(x)", "x + p", numbers)).toBe(once);
});
