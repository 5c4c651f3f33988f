import { describe, expect, it } from "vitest";
import { LanguageError, show } from "@/lib/exercise/language";
import { compiled, evaluateText, exprOf, issuesOf } from "./evaluate-text";

describe("an expression comes to the value worked by hand", () => {
  it.each([
    ["1 + 2 * 3", "7"],
    ["2 ** 3 ** 2", "512"],
    ["-2 + +5", "3"],
    ["7 % 4", "3"],
    ["0.1 + 0.2 < 0.4 && !(1 > 2)", "true"],
    ["false || 1 >= 1", "true"],
    ["1 === 1 ? 'yes' : 'no'", '"yes"'],
    ["'a' + 'b' == 'ab'", "true"],
    ["[1, [2, 3]][1][0]", "2"],
    ["({ a: { b: 4 } }).a.b", "4"],
    ["vector([1, 2]) + vector([3, 4])", "vector([4, 6])"],
    ["1 - vector([1, 2])", "vector([0, -1])"],
    ["vector([1, 2]) - 1", "vector([0, 1])"],
    ["-vector([1, 2])", "vector([-1, -2])"],
    ["2 * vector([1, 2])", "vector([2, 4])"],
    ["vector([1, 2]) * 2", "vector([2, 4])"],
    ["vector([1, 2]) / 2", "vector([0.5, 1])"],
    ["matrix([[1, 2], [3, 4]]) * vector([5, 6])", "vector([17, 39])"],
    ["vector([1, 2]) * T(vector([3, 4]))", "matrix([[3, 4], [6, 8]])"],
    ["T(vector([1, 2])) * vector([3, 4])", "vector([11])"],
    ["vector([3]) + 1 == 4", "true"],
    ["vector([3]) ** 2", "9"],
    ["vector([3]) * matrix([[1, 2], [3, 4]])", "matrix([[3, 6], [9, 12]])"],
    ["vector([1, 2]) == [1, 2]", "true"],
    ["vector([1, 2]) != [[1, 2]]", "true"],
    ["matrix(2, 2, 7).rows", "2"],
    ["round(1.005, 2)", "1.01"],
    ["round(-2.5)", "-3"],
    ["round(vector([0.04, -0.04]), 1)", "vector([0, 0])"],
    ["fixed(-0.001, 2)", '"0.00"'],
    ["significant(1234.5, 2)", '"1200"'],
    ["significant(1e-9, 2)", '"1.0e-9"'],
    ["tex(0.123456)", '"0.1235"'],
    ["tex(masked([[1, 2]], [[1, 0]]))", '"\\\\begin{bmatrix} 1 & -\\\\infty \\\\end{bmatrix}"'],
    ["tex(1e-9)", '"1 \\\\times 10^{-9}"'],
    ["tex('a_b')", '"\\\\text{a\\\\_b}"'],
    ["at([5, 6], 2)", "6"],
    ["pi > 3.14", "true"],
  ])("%s is %s", (text, value) => {
    expect(show(evaluateText(text))).toBe(value);
  });

  it("names stand for the values of the scope", () => {
    expect(evaluateText("a * b.c", { a: 2, b: { c: 3 } })).toBe(6);
  });

  it("only the branch taken is evaluated", () => {
    expect(evaluateText("n == 0 ? 0 : 1 / n", { n: 0 })).toBe(0);
  });
});

describe("what is wrong is said with its place and a mend", () => {
  it("gathers every issue of an expression at once", () => {
    const issues = issuesOf("sgmoid(zz) + lod(n) + `a`", ["z", "n"]);
    expect(issues).toEqual([
      expect.objectContaining({ line: 1, column: 8, message: "there is no value named zz" }),
      { line: 1, column: 1, message: "there is no function sgmoid", mend: "Did you mean sigmoid?" },
      { line: 1, column: 14, message: "there is no function lod", mend: "Did you mean log?" },
      expect.objectContaining({ column: 23 }),
    ]);
  });

  it("counts lines and columns from where the text stands in its file", () => {
    const result = (text: string) => compiled(text);
    expect(result("1 +\n  nme")).toEqual({
      issues: [expect.objectContaining({ line: 2, column: 3 })],
    });
  });

  it("tells the shapes and the place of an operation that fails", () => {
    const error = caught("1 + (a * a)", { a: [1, 2] });
    expect(error.message).toContain("a 2×1 matrix can’t be multiplied by a 2×1");
    expect(error.position).toMatchObject({ line: 1, column: 6 });
  });

  it("says that a huge power is not finite", () => {
    expect(issuesOf("9**9**9")[0]?.message).toContain("a number that is not finite");
  });

  it("suggests a property's name", () => {
    expect(caught("pass.dw", { pass: { dW: 1, p: 2 } }).mend).toBe("Did you mean dW?");
  });

  it("says how many values a function takes", () => {
    expect(issuesOf("T()")[0]).toMatchObject({ mend: "Write T(a)." });
  });
});

describe("the budget", () => {
  it("refuses an expression of too many parts, once", () => {
    const issues = issuesOf(`[${"1,".repeat(3000)}1]`);
    expect(issues.map(({ message }) => message)).toEqual([
      "this expression has more than 2000 parts",
    ]);
  });

  it("refuses deep nesting instead of overflowing the stack", () => {
    expect(issuesOf(`${"-(".repeat(500)}1${")".repeat(500)}`)).toHaveLength(1);
    expect(issuesOf(`${"(".repeat(50_000)}1${")".repeat(50_000)}`)).toHaveLength(1);
  });

  it("stops a variant that multiplies large matrices for ever", () => {
    const square = "matrix(100, 100, 0.001)";
    const error = caught(`n * ${square} * ${square} * ${square} * ${square}`, { n: 1 });
    expect(error.message).toContain("more than 2000000 steps");
  });

  it("refuses a text that is too long", () => {
    expect(issuesOf(`"${"a".repeat(10_001)}"`)).toHaveLength(1);
    expect(caught("t + t", { t: "a".repeat(9_000) }).message).toContain("longer than 10000");
  });
});

describe("a compiled expression tells", () => {
  it("the names it reads, and that it draws", () => {
    const expr = exprOf("uniform(a, b)", ["a", "b", "c"]);
    expect(expr.names).toEqual(["a", "b"]);
    expect(expr.draws).toBe(true);
    expect(expr.constant).toBeUndefined();
  });

  it("its value when that needs neither", () => {
    expect(exprOf("3").constant).toBe(3);
    expect(exprOf("oneHot(2, 1)").constant).toMatchObject({ rows: 2, cols: 1 });
  });

  it("where in the scope a name has no value yet", () => {
    const expr = exprOf("later", ["later"]);
    expect(() => expr.run({ scope: new Map(), meter: { steps: 0 } })).toThrow(LanguageError);
  });
});

function caught(text: string, scope: Parameters<typeof evaluateText>[1]): LanguageError {
  try {
    evaluateText(text, scope);
  } catch (error) {
    if (error instanceof LanguageError) return error;
    throw error;
  }
  throw new Error(`${text} was not refused`);
}
