import { describe, expect, it } from "vitest";
import { inWords, shapeOf } from "@/lib/exercise/algebra";
import { formula, matrices, over } from "./over";

function shape(text: string, variables = matrices): string {
  const shaped = shapeOf(formula(text, variables), variables);
  return "message" in shaped ? shaped.message : inWords(shaped.shape);
}

describe("the shape of a formula", () => {
  it.each([
    ["dz3 * h2^T", "1×3"],
    ["W3^T dz3", "3×1"],
    ["W3 h2", "a number"],
    ["(W3 h2) h2", "3×1"],
    ["2 h2", "3×1"],
    ["1 - h2", "3×1"],
    ["h2 ⊘ (1 + h2)", "3×1"],
    ["h2 / (W3 h2)", "3×1"],
    ["sigma(h2)", "3×1"],
    ["h2 .^ 2", "3×1"],
    ["h2 W3", "3×3"],
  ])("%s is %s", (text, is) => {
    expect(shape(text)).toBe(is);
  });
});

describe("a mismatch is explained", () => {
  it.each([
    ["dz3 * h2", "dz³ is 1×1 and h² is 3×1: these can’t be multiplied; transpose h²."],
    [
      "h2 h2",
      "h² is 3×1 and h² is 3×1: these can’t be multiplied; transpose one of them, or write ⊙ to multiply entry by entry.",
    ],
    [
      "W3 W3",
      "W³ is 1×3 and W³ is 1×3: these can’t be multiplied; transpose one of them, or write ⊙ to multiply entry by entry.",
    ],
    [
      "h2^T dz3",
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a message in TeX
      "${h^{[2]}}^{\\top}$ is 1×3 and dz³ is 1×1: these can’t be multiplied; transpose ${h^{[2]}}^{\\top}$.",
    ],
    ["h2 + W3", "h² is 3×1 and W³ is 1×3: these can’t be added; they need the same shape."],
    [
      "h2 ⊙ W3",
      "h² is 3×1 and W³ is 1×3: these can’t be combined with ⊙; they need the same shape.",
    ],
    ["1 / h2", "h² is 3×1: only a number can go below $1$; write ⊘ to divide entry by entry."],
    ["h2^2", "h² is 3×1, and only numbers have powers; write h² .^ $2$ to raise each entry."],
    ["2^h2", "h² is 3×1: an exponent must be a number."],
  ])("%s: %s", (text, message) => {
    expect(shape(text)).toBe(message);
  });

  it("with the names as their author writes them", () => {
    const variables = over({ x: { shape: [2, 1] }, W: { shape: [3, 3], tex: "\\mathbf{W}" } });
    expect(shape("W x", variables)).toBe(
      "$\\mathbf{W}$ is 3×3 and x is 2×1: these can’t be multiplied.",
    );
  });
});
