import { describe, expect, it } from "vitest";
import { type Form, hasForm } from "@/lib/exercise/algebra";
import { formula, numbers } from "./over";

const holds = (form: Form, text: string, answer: string) =>
  hasForm(form, formula(text, numbers), formula(answer, numbers));

describe("a formula without brackets left", () => {
  it.each(["x^2 - 2x", "-x^2", "(x^2 - 2x)", "(x + 1)/p", "ln(x + 1) x", "x/(1 - p)"])(
    "%s",
    (text) => {
      expect(holds("expanded", text, "x")).toBe(true);
    },
  );

  it.each(["x(x - 2)", "(x + 1)^2", "-(x - 2)", "p - (x - 2)", "2(x + y)"])("is not %s", (text) => {
    expect(holds("expanded", text, "x")).toBe(false);
  });
});

describe("a formula in factors", () => {
  it.each([
    ["(p-y)/(p(1-p))", "(p-y)/(p(1-p))"],
    ["-(y-p)/(p(1-p))", "(p-y)/(p(1-p))"],
    ["(p-y) * 1/p * 1/(1-p)", "(p-y)/(p(1-p))"],
    ["(x-1)(x-1)", "(x-1)^2"],
    ["2(x-1)(x+1)/2", "(x-1)(x+1)"],
    ["p^(-1) x", "x/p"],
  ])("is %s for %s", (text, answer) => {
    expect(holds("factored", text, answer)).toBe(true);
  });

  it.each([
    ["-(y/p - (1-y)/(1-p))", "(p-y)/(p(1-p))"],
    ["(p-y)/(p-p^2)", "(p-y)/(p(1-p))"],
    ["x^2 - 1", "(x-1)(x+1)"],
    ["2(x^2 - 1)/2", "(x-1)(x+1)"],
  ])("is not %s for %s", (text, answer) => {
    expect(holds("factored", text, answer)).toBe(false);
  });
});

describe("a simplified formula", () => {
  it("is as short as the answer, or nearly", () => {
    expect(holds("simplified", "p - y", "p - y")).toBe(true);
    expect(holds("simplified", "-(y - p)", "p - y")).toBe(true);
    expect(holds("simplified", "(p - y) p / p", "p - y")).toBe(false);
    expect(holds("simplified", "2p - p - y", "p - y")).toBe(false);
  });
});
