import { describe, expect, it } from "vitest";
import { Names, readFormula, toTex } from "@/lib/exercise/algebra";
import { formula, matrices, numbers, over, readAs } from "./over";

describe("a formula is read as people type it", () => {
  it.each([
    ["2x", "2 * x"],
    ["p(1-p)", "p * (1 - p)"],
    ["(p − y)/(p·(1−p))", "(p - y) / (p * (1 - p))"],
    ["\\frac{p-y}{p\\left(1-p\\right)}", "(p - y) / (p * (1 - p))"],
    ["\\dfrac{p-y}{p(1-p)}", "(p - y) / (p * (1 - p))"],
    ["py", "p * y"],
    ["yln(p)", "y * ln(p)"],
    ["\\ln p+y", "ln(p) + y"],
    ["σ(x)(1-σ(x))", "sigmoid(x) * (1 - sigmoid(x))"],
    ["\\sigma^{\\prime}\\left(x\\right)", "sigmoid'(x)"],
    ["\\operatorname{\\mathrm{relu}}\\left(x\\right)", "relu(x)"],
    ["\\operatorname{sigmoid}(x)", "sigmoid(x)"],
    ["\\exponentialE^{-x}", "e^(-x)"],
    ["exp(2x)", "e^(2 * x)"],
    ["x²y", "x^2 * y"],
    ["x**2", "x^2"],
    ["-x^2", "-x^2"],
    ["2^-x", "2^(-x)"],
    ["2^3^x", "2^(3^x)"],
    ["\\frac12x", "1 / 2 * x"],
    ["\\sqrt[3]{x}", "x^(1 / 3)"],
    ["√x", "sqrt(x)"],
    ["log_2(x)", "ln(x) / ln(2)"],
    ["tanh^2(x)", "tanh^2(x)"],
    ["0,5x", "0.5 * x"],
    [".5 x", ".5 * x"],
    ["1e-3 x", "1e-3 * x"],
    ["p - -y", "p - (-y)"],
    ["x - (y - p)", "x - (y - p)"],
    ["２ｘ", "2 * x"],
    ["𝟐𝑥", "2 * x"],
    ["٢x", "2 * x"],
    ["ℯ^(−𝑥)", "e^(-x)"],
    ["\u200b2\u2060x\ufeff", "2 * x"],
    ["2\u2062x", "2 * x"],
    ["½x", "1 / 2 * x"],
    ["1½x", "3 / 2 * x"],
    ["x⁽²⁾", "x^2"],
    ["$x(1-x)$", "x * (1 - x)"],
    ["\\(x + y\\)", "x + y"],
    ["0。5x", "0.5 * x"],
  ])("%s is %s", (typed, plain) => {
    expect(readAs(typed, numbers)).toBe(plain);
  });

  it.each([
    "h2",
    "h_2",
    "h_{2}",
    "h^2",
    "h^{2}",
    "h²",
    "h₂",
    "h^[2]",
    "h^{[2]}",
    "h[2]",
    "h^{\\left\\lbrack2\\right\\rbrack}",
  ])("%s is the variable h2", (typed) => {
    expect(readAs(typed, matrices)).toBe("h2");
  });

  it.each([
    ["dz3 * h2^T", "dz3 * h2^T"],
    ["dz³h²ᵀ", "dz3 * h2^T"],
    ["dz3h2'", "dz3 * h2^T"],
    ["dz^{[3]}h^{[2]T}", "dz3 * h2^T"],
    ["dz^{[3]}h^{\\left\\lbrack2\\right\\rbrack^{T}}", "dz3 * h2^T"],
    ["dz_3 h_2^\\top", "dz3 * h2^T"],
    ["dz3 @ h2^{\\mathsf{T}}", "dz3 * h2^T"],
    ["(W3^T dz3) ⊙ h2 ⊙ (1 − h2)", "W3^T * dz3 ⊙ h2 ⊙ (1 - h2)"],
    ["h2 .* (1 - h2)", "h2 ⊙ (1 - h2)"],
    ["h2 \\odot W^{[3]\\top} dz^{[3]}", "h2 ⊙ W3^T * dz3"],
    ["h2.^2", "h2.^2"],
  ])("%s is %s", (typed, plain) => {
    expect(readAs(typed, matrices)).toBe(plain);
  });

  it("takes h^2 for a power where h is a name of its own", () => {
    expect(readAs("h^2", over({ h: {}, h2: {} }))).toBe("h^2");
    expect(readAs("h_2", over({ h: {}, h2: {} }))).toBe("h2");
  });

  it("knows a variable by the TeX that its author gives it", () => {
    const variables = over({ yhat: { tex: "\\hat{y}" }, w211: { tex: "w^{[2]}_{11}" } });
    expect(readAs("\\hat{y} y\u0302", variables)).toBe("yhat * yhat");
    for (const typed of ["w_{11}^{[2]}", "w^{[2]}_{11}", "w211"]) {
      expect(readAs(typed, variables)).toBe("w211");
    }
  });

  it.each(["eps", "epsilon", "ε", "\\epsilon", "\\varepsilon"])(
    "%s is the variable that is written as an epsilon",
    (typed) => {
      expect(readAs(typed, over({ eps: { tex: "\\varepsilon" } }))).toBe("eps");
    },
  );

  it("writes a variable epsilon as the lessons do, and reads that back", () => {
    const variables = over({ epsilon: {} });
    expect(variables[0]?.tex).toBe("\\varepsilon");
    expect(readAs("\\varepsilon", variables)).toBe("epsilon");
  });

  it("lets a variable be called as a constant is, and takes it for the variable", () => {
    expect(formula("e", over({ e: {} }))).toEqual({ is: "name", name: "e" });
  });
});

describe("what cannot be read is told where and how to mend it", () => {
  it.each([
    ["p(1-p", "There’s an opening bracket with no closing one after 'p('."],
    ["p(1-p))", "There’s a closing bracket with no opening one after 'p)'."],
    ["q + 1", "q isn’t a name here; use p, y, x."],
    ["P + 1", "P isn’t a name here: did you mean p?"],
    ["p +", "Something’s missing after 'p +'."],
    ["p + * y", "Something’s missing after 'p +' and before '*'."],
    ["()", "There’s nothing inside the brackets after '('."],
    ["ln + 1", "Something’s missing after ln: put what ln applies to in brackets, ln(…)."],
    ["2 3", "There’s nothing between 2 and 3: write * to multiply."],
    ["dp = p - y", "There’s an = here: type only what’s to the right of it."],
    ["p # y", "# can’t be read in a formula."],
    ["|x|", "| can’t be read here: write abs(x) for the absolute value of x."],
    ["\\int x", "\\int cannot be read here."],
    [
      "\\frac{p}{\\placeholder{}}",
      "There’s an empty box in this formula: fill it in or delete it.",
    ],
    [
      "sigma^{-1}(x)",
      "A power of −1 on sigmoid can be read in two ways: write 1/sigmoid(…) if you mean that.",
    ],
    ["ln'(x)", "ln' isn’t a function here: write the derivative out."],
    ["  ", "There’s no formula here."],
  ])("%s: %s", (typed, message) => {
    expect(readAs(typed, numbers)).toBe(message);
  });
});

describe("a formula without end", () => {
  it.each([
    "(",
    "x^",
    "-",
    "x+",
    "2^(",
    "\\frac{",
    "x",
    "ln ",
    "9^",
    "\\left(",
    "h[",
    "x_",
    "^",
    "{",
    "x'",
  ])("of 20,000 characters of %s is refused for its length alone", (piece) => {
    const typed = (length: number) => piece.repeat(length / piece.length);
    expect(readAs(typed(20_000), numbers)).toBe("This is too long to read as a formula.");
    for (const length of [200, 1_990]) {
      expect(["read", "unreadable"]).toContain(
        readFormula(typed(length), new Names(numbers)).status,
      );
    }
  });

  it("is refused with what is wrong with it", () => {
    expect(readAs("x+".repeat(2_000), numbers)).toBe("This is too long to read as a formula.");
    expect(readAs("(".repeat(100), numbers)).toBe(
      "This has too many brackets inside one another to read.",
    );
  });
});

it("writes as TeX what is read again as the same formula", () => {
  for (const text of [
    "(p - y) / (p (1 - p))",
    "-(x - y)^2",
    "e^(-x) ln(p)",
    "x (y - 1)",
    "2 * 3 x",
    "-x - -y",
  ]) {
    const tex = toTex(formula(text, numbers), numbers);
    expect(formula(tex, numbers), tex).toEqual(formula(text, numbers));
  }
  for (const text of ["(W3^T dz3) ⊙ h2 ⊙ (1 - h2)", "(dz3 h2^T)^T", "h2 .^ 2"]) {
    const tex = toTex(formula(text, matrices), matrices).replace("\\circ ", "");
    expect(readAs(tex.replace("h^{[2]}}^{2}", "h2}.^2"), matrices), tex).toBe(
      readAs(text, matrices),
    );
  }
});
