import { describe, expect, it } from "vitest";
import { over, relation } from "./over";

const names = over({ x: {}, y: {}, p: {}, A: { shape: [2, 2] }, B: { shape: [2, 2] } });

describe("one formula written in two ways is equal, also where no value could show it", () => {
  it.each([
    [
      "tanh(((x+7) * (0.5 * 7))**2)",
      "\\tanh\\left(\\left(\\left(x+7\\right)\\cdot 0.5\\cdot 7\\right)^{2}\\right)",
    ],
    ["x - e^(e^7) - p", "-p - e^{exp(7)} + x"],
    ["tanh(10**3) * x / (y + p)", "x/(p + y)*tanh(10^3)"],
    ["cos(1e-1999 x)", "cos(x*0.1e-1998)"],
    ["tanh(1000) (x - y)", "-(tanh(1000) (y - x))"],
    ["sigma(e^7 p)", "sigmoid(-(-e^7 * p))"],
    ["tanh(1000) x / (-y)", "-x tanh(1000) / y"],
    ["x - (y - cos(1e-1999 p))", "cos(1.0e-1999 p) + x - y"],
    ["A*B tanh(10**3)", "A B tanh(10^3)"],
  ])("%s and %s", (a, b) => {
    expect(relation(a, b, names)).toBe("equal");
    expect(relation(b, a, names)).toBe("equal");
  });
});

describe("two formulas are not the same by their letters", () => {
  it.each([
    ["cos(1e-1999 x)", "cos(2e-1999 x)"],
    ["tanh(1000 + x)", "tanh(1000 + y)"],
    ["tanh(1000) (x - y)", "tanh(1000) (y - x)"],
    ["tanh(1000) (x - x - y)", "tanh(1000) (y - x - x)"],
    ["tanh(-1000)^2 x", "-tanh(1000)^2 x"],
    ["tanh(1000) x / y / p", "tanh(1000) x / (y / p)"],
    ["tanh(1000) A B", "tanh(1000) B A"],
    ["tanh(1000) + 1.00000000000000000001", "tanh(1000) + 1"],
    ["tanh(1000)^x^y", "(tanh(1000)^x)^y"],
    ["tanh(1000) A B^T", "tanh(1000) (A B)^T"],
  ])("%s and %s", (a, b) => {
    expect(relation(a, b, names)).not.toBe("equal");
  });
});
