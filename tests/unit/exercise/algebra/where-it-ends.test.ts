import { describe, expect, it } from "vitest";
import { readingTex } from "@/lib/exercise/algebra";
import { braced } from "@/lib/exercise/kinds/expression/maths-field";
import { matrices, over, readAs } from "./over";

const names = over({ x: {}, y: {}, h: {}, K: {}, d: {}, a: {}, b: {}, c: {} });

describe("where a function, an exponent or a fraction ends is asked, with both ways to read it", () => {
  it.each([
    ["-ln 1/K", "ln(1) / K", "ln(1 / K)"],
    ["-\\ln 1/K", "ln(1) / K", "ln(1 / K)"],
    ["ln h/(1-h)", "ln(h) / (1 - h)", "ln(h / (1 - h))"],
    ["ln 2*K", "ln(2) * K", "ln(2 * K)"],
    ["\\ln2\\cdot K", "ln(2) * K", "ln(2 * K)"],
    ["ln 2K", "ln(2) * K", "ln(2 * K)"],
    ["ln xy", "ln(x) * y", "ln(x * y)"],
    ["ln h (1-h)", "ln(h) * (1 - h)", "ln(h * (1 - h))"],
    ["sin x y", "sin(x) * y", "sin(x * y)"],
    ["sin 2x", "sin(2) * x", "sin(2 * x)"],
    ["sin^2 x y", "sin^2(x) * y", "sin^2(x * y)"],
    ["sqrt 2 x", "sqrt(2) * x", "sqrt(2 * x)"],
    ["√x/y", "sqrt(x) / y", "sqrt(x / y)"],
    ["log x/y", "ln(x) / y", "ln(x / y)"],
    ["exp x y", "e^(x) * y", "e^(x * y)"],
    ["tanh x ⊙ y", "tanh(x) ⊙ y", "tanh(x ⊙ y)"],
    ["e^3x", "e^(3) * x", "e^(3 * x)"],
    ["e^-3d", "e^(-3) * d", "e^(-3 * d)"],
    ["e^-3(x+1)", "e^(-3) * (x + 1)", "e^(-3 * (x + 1))"],
    ["2^3x", "2^3 * x", "2^(3 * x)"],
    ["2^xy", "2^x * y", "2^(x * y)"],
    ["e^-xy", "e^(-x) * y", "e^(-x * y)"],
    ["1/2x", "(1 / 2) * x", "1 / (2 * x)"],
    ["a/b c", "(a / b) * c", "a / (b * c)"],
    ["a/b(c+1)", "(a / b) * (c + 1)", "a / (b * (c + 1))"],
  ])("%s: %s or %s", (typed, first, second) => {
    expect(readAs(typed, names)).toBe(
      `Did you mean ${first} or ${second}? Add the brackets you mean.`,
    );
    // What the message offers can be typed.
    expect(readAs(first, names)).not.toContain("?");
    expect(readAs(second, names)).not.toContain("?");
    expect(readAs(first, names)).not.toBe(readAs(second, names));
  });

  it.each([
    ["2e-3x", "Did you mean the number (2e-3) or 2 * e - 3? Write it with brackets or spaces."],
    ["1e-3^2", "Did you mean the number (1e-3) or 1 * e - 3? Write it with brackets or spaces."],
    ["1,234 x", "Did you mean 1234 or 1.234? Write it without the comma."],
    ["x'2", "x' can’t be read: x is a number here. Write the derivative out."],
    ["|x|", "| can’t be read here: write abs(x) for the absolute value of x."],
    ["sin^-1 x", "A power of −1 on sin can be read in two ways: write 1/sin(…) if you mean that."],
  ])("%s: %s", (typed, message) => {
    expect(readAs(typed, names)).toBe(message);
  });
});

describe("what tools and textbooks agree on is read so", () => {
  it.each([
    ["ln x^2", "ln(x^2)"],
    ["ln x + 1", "ln(x) + 1"],
    ["ln(x)/y", "ln(x) / y"],
    ["ln (h)/(1-h)", "ln(h) / (1 - h)"],
    ["sin(x)^2", "sin(x)^2"],
    ["sin^2 x", "sin^2(x)"],
    ["sin x cos x", "sin(x) * cos(x)"],
    ["2 sin x cos x", "2 * sin(x) * cos(x)"],
    ["ln x / ln y", "ln(x) / ln(y)"],
    ["-x^2", "-x^2"],
    ["a^b^c", "a^(b^c)"],
    ["x^2y", "x^2 * y"],
    ["e^x y", "e^(x) * y"],
    ["e^-x (1 - x)", "e^(-x) * (1 - x)"],
    ["e^-x/2", "e^(-x) / 2"],
    ["10^-3 x", "10^(-3) * x"],
    ["a/b/c", "a / b / c"],
    ["a/b*c", "a / b * c"],
    ["0,125 x", "0.125 * x"],
    ["sgn x", "sign(x)"],
  ])("%s is %s", (typed, plain) => {
    expect(readAs(typed, names)).toBe(plain);
  });

  it("W' is still W transposed", () => {
    expect(readAs("W3' dz3", matrices)).toBe("W3^T * dz3");
  });
});

describe("the maths field, what is pasted and plain text agree", () => {
  it.each([
    ["\\ln\\frac1K", "ln(1/K)"],
    ["\\frac{\\ln1}{K}", "ln(1)/K"],
    ["e^{-3d}", "e^(-3d)"],
    ["e^{-3}d", "e^(-3) d"],
    ["e^3x", "e^(3) x"],
    ["\\sqrt2x", "sqrt(2) x"],
    ["\\frac12x", "(1/2) x"],
    ["\\cosh\\left(x\\right)", "cosh(x)"],
    ["\\operatorname{sech}\\left(x\\right)", "sech(x)"],
    ["\\operatorname{sech}x", "sech(x)"],
    ["\\operatorname{sign}\\left(x\\right)", "sign(x)"],
    ["\\coth x", "coth(x)"],
    ["\\csc^2x", "csc(x)^2"],
  ])("%s is %s", (latex, plain) => {
    const squared = (text: string) => text.replace("^2(x)", "(x)^2");
    expect(squared(readAs(braced(latex), names))).toBe(squared(readAs(plain, names)));
  });
});

describe("a formula is shown as it was read", () => {
  it.each([
    ["-x y", "-x\\,y"],
    ["x - (-y) a", "x - \\left(-y\\,a\\right)"],
    ["(-x)^2", "\\left(-x\\right)^{2}"],
    ["ln(x)^2", "\\left(\\ln\\left(x\\right)\\right)^{2}"],
    ["1e-3 x", "1\\cdot 10^{-3}\\,x"],
    ["(1e-3)^x", "\\left(1\\cdot 10^{-3}\\right)^{x}"],
    ["2 (1/x)", "2 \\cdot \\frac{1}{x}"],
    ["(x/y)^2", "\\left(\\frac{x}{y}\\right)^{2}"],
    ["sech x", "\\operatorname{sech}\\left(x\\right)"],
  ])("%s as %s", (typed, tex) => {
    expect(readingTex(typed, names)).toEqual({ status: "read", tex });
  });
});
