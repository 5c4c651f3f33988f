import { describe, expect, it } from "vitest";
import { matrix } from "@/lib/exercise/kinds/matrix";
import { gridResponse } from "@/lib/exercise/kinds/matrix/cells";
import { columnWidths } from "@/lib/exercise/kinds/matrix/column-widths";
import { drawn, element, issuesOf } from "./a-part";

const square = drawn(matrix, element({ answer: "{[[1, 2], [3, 4]]}" }));
const wide = drawn(matrix, element({ answer: "{[[1, 2, 3], [4, 5, 6]]}" }));
const column = drawn(matrix, element({ answer: "{[0.5, -1]}" }));
const shown = drawn(matrix, element({ answer: "{[0.5, -1]}", shape: "shown" }));

describe("a matrix as typed or pasted", () => {
  it.each([
    ["lines and tabs", "1\t2\n3\t4"],
    ["lines and spaces", "1 2\n3 4"],
    ["lines and many spaces", "  1   2  \n\n 3\t4 \r\n".replace("\t", " ")],
    ["lines and semicolons", "1; 2\n3; 4"],
    ["semicolons at the ends of lines", "1; 2;\n3; 4;"],
    ["commas and spaces", "1, 2\n3, 4"],
    ["CSV with points", "1.0,2.0\n3.0,4.0"],
    ["decimal commas and semicolons", "1,0; 2,0\n3,0; 4,0"],
    ["decimal commas and spaces", "1,0 2,0\n3,0 4,0"],
    ["decimal commas and tabs", "1,0\t2,0\n3,0\t4,0"],
    ["a spreadsheet's TSV", "1\t2\r\n3\t4\r\n"],
    ["NumPy's list", "[[1, 2], [3, 4]]"],
    ["NumPy's list over lines", "[[1, 2],\n [3, 4]]"],
    ["NumPy's array", "array([[1., 2.],\n       [3., 4.]])"],
    ["np.array", "np.array([[1, 2], [3, 4]], dtype=float32)"],
    ["an assignment", "dW = np.array([[1, 2], [3, 4]])"],
    ["NumPy's print", "[[1. 2.]\n [3. 4.]]"],
    ["PyTorch", "tensor([[1., 2.],\n        [3., 4.]])"],
    ["MATLAB", "[1 2; 3 4]"],
    ["MATLAB with commas", "[1, 2; 3, 4];"],
    ["MATLAB over lines", "[1 2\n 3 4]"],
    ["MATLAB without brackets", "1 2; 3 4"],
    ["LaTeX", "\\begin{bmatrix}1 & 2 \\\\ 3 & 4\\end{bmatrix}"],
    ["LaTeX in dollars", "$$\\begin{pmatrix} 1 & 2 \\\\\n 3 & 4 \\\\ \\end{pmatrix}$$"],
    ["a LaTeX array", "\\left[\\begin{array}{cc} 1 & 2 \\\\ 3 & 4 \\end{array}\\right]"],
    ["powers with spaces", "1 × 10^0  2\n3  4"],
    ["fractions", "2/2 4/2\n6/2 8 / 2"],
    ["full-width", "［１， ２； ３， ４］"],
    ["tuples", "[(1, 2), (3, 4)]"],
    ["a tuple of tuples", "((1, 2), (3, 4))"],
    ["Mathematica's braces", "{{1, 2}, {3, 4}}"],
    ["rows in brackets on lines", "[1, 2]\n[3, 4]"],
    ["semicolons at the ends of lines with commas", "1, 2;\n3, 4;"],
    ["a number before it", "0.5 [[2, 4], [6, 8]]"],
    [
      "a number and a sign before LaTeX",
      "-0.1\\begin{bmatrix}-10 & -20\\\\ -30 & -40\\end{bmatrix}",
    ],
    ["a fraction before LaTeX", "\\frac{1}{2}\\begin{bmatrix}2 & 4 \\\\ 6 & 8\\end{bmatrix}"],
    ["a power behind it", "[[1000, 2000], [3000, 4000]] * 10^{-3}"],
    ["a divisor behind it", "[2 4; 6 8] / 2"],
    ["a minus", "−[[−1, −2], [−3, −4]]"],
    ["MATLAB's transpose", "[1 3; 2 4]'"],
    ["LaTeX's transpose", "\\begin{pmatrix}1 & 3 \\\\ 2 & 4\\end{pmatrix}^\\top"],
    ["^T", "[[1, 3], [2, 4]]^T"],
    ["NumPy's T", "np.array([[1, 3], [2, 4]]).T"],
    ["MATLAB's common factor", "dW =\n\n   1.0e-03 *\n\n   1000  2000\n   3000  4000\n"],
    ["MATLAB's common factor before brackets", "1.0e-03 * [1000 2000; 3000 4000]"],
    ["PyTorch with its gradient", "tensor([[1., 2.],\n        [3., 4.]], grad_fn=<MmBackward0>)"],
    ["torch.tensor", "torch.tensor([[1, 2], [3, 4]], device='cuda:0', requires_grad=True)"],
    ["JAX", "jnp.array([[1, 2], [3, 4]])"],
    ["TensorFlow", "tf.Tensor(\n[[1. 2.]\n [3. 4.]], shape=(2, 2), dtype=float32)"],
    ["SymPy", "Matrix([[1, 2], [3, 4]])"],
    ["a product with a wrapper", "-2*np.array([[-0.5, -1], [-1.5, -2]])"],
    ["a name with an index", "W^{[2]} = [[1, 2], [3, 4]]"],
    ["arithmetic", "[[sqrt(1), 4/2], [(3), 2^2]]"],
  ])("%s", (_, raw) => {
    expect(square.reading(raw)).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it("takes a line as a row and lines as a column", () => {
    expect(square.reading("1 2 3")).toEqual([[1, 2, 3]]);
    expect(square.reading("1\n2")).toEqual([[1], [2]]);
    expect(square.reading("[1; 2]")).toEqual([[1], [2]]);
    expect(square.reading("[[1], [2]]")).toEqual([[1], [2]]);
    expect(square.reading("5")).toEqual([[5]]);
    expect(square.reading("[5]")).toEqual([[5]]);
    expect(square.reading("-1 -2\n3 -4")).toEqual([
      [-1, -2],
      [3, -4],
    ]);
    expect(square.reading("[1 -2; 3 -4]")).toEqual([
      [1, -2],
      [3, -4],
    ]);
  });

  it.each([
    [
      "[1, 2, 3]",
      "Is this a row or a column? Write [[1, 2, …]] for a row, [[1], [2], …] for a column.",
    ],
    ["array([1., 2.])", "Is this a row or a column?"],
    ["1,5", "Did you mean 1.5 or the cells 1 and 5?"],
    ["1 2\n3", "Row 1 has 2 numbers and row 2 has 1 number: make all rows the same length."],
    ["1 x\n3 4", "Row 1, column 2: “x” cannot be read as a number: “x” is a letter."],
    ["1\t2\n\t4", "Row 2, column 1 is empty."],
    ["1\t1,234", "Column 2: Did you mean 1234 or 1.234?"],
    ["[[1, 2], [3, 4]", "brackets don’t match"],
    ["[[[1, 2]]]", "brackets don’t match"],
    ["[[1,2],[3,4]] [[1,0],[0,1]]", "A second matrix starts at “[[1,0],[0,1]]”."],
    ["[[1,2],[3,4]],\n[[1,0],[0,1]]", "A second matrix starts at “[[1,0],[0,1]]”."],
    ["[[1,2],[3,4]] [5,6]", "A second matrix starts at “[5,6]”."],
    ["[1 2; 3 4] [1 0; 0 1]", "A second matrix starts at “[1 0; 0 1]”."],
    ["[1 2; 3 4]\n[5 6]", "A second matrix starts at “[5 6]”."],
    ["[1 2\n3 4] [1 0]", "A second matrix starts at “[1 0]”."],
    ["[1,2] [[3,4],[5,6]]", "A second list starts at “[[3,4],[5,6]]”."],
    ["[1,2] [3,4] [5;6]", "A second list starts at “[5;6]”."],
    ["[]", "There are no numbers here."],
    ["[[], []]", "There are no numbers here."],
    ["nothing", "“nothing” cannot be read"],
    ["[[1, NaN]]", "“NaN” cannot be read"],
    [`${"1 ".repeat(1001)}`, "too large"],
    ["1,20e-1\n-1,26e-1", "Did you mean 1.20e-1 or the cells 1 and 20e-1?"],
    ["1,0; 2,0", "Is this a row or a column?"],
    ["sigmoid([[1], [2]])", "“sigmoid(” before the matrix cannot be read here."],
    ["[[1], [2]] + 1", "“+ 1” behind the matrix cannot be read here."],
    ["[[1, 2], [3, 4]]^{-1}", "“^{-1}” behind the matrix cannot be read here."],
    ["foo [[1]]", "“foo” before the matrix cannot be read here."],
  ])("%j is not read: %s", (raw, message) => {
    const read = square.read(raw);
    expect(read.status === "unreadable" ? read.message : read).toContain(message);
  });
});

describe("the cells of a grid", () => {
  const sent = (...cells: string[]) => gridResponse(cells.map((cell) => [cell]));
  const inColumn = drawn(matrix, element({ answer: "{[0.5, -1, 2]}", shape: "shown" }));

  it.each([
    [
      ["1,20e-1", "-1,26e-1", "0,96e-1"],
      [0.12, -0.126, 0.096],
    ],
    [
      ["1 200", "1 300", "1 400"],
      [1200, 1300, 1400],
    ],
    [
      ["189 e-3", "- 0.5", "189 x 10^-3"],
      [0.189, -0.5, 0.189],
    ],
    [
      ["1,2", "(0.5)", "½"],
      [1.2, 0.5, 0.5],
    ],
  ])("%j are one number each", (cells, numbers) => {
    const rows = numbers.map((number) => [number]);
    expect(square.reading(sent(...cells))).toEqual(rows);
    expect(inColumn.reading(sent(...cells))).toEqual(rows);
    // What the text area sends in a column's place, and older grids did.
    expect(inColumn.reading(cells.join("\n"))).toEqual(rows);
  });

  it("may be edited as text", () => {
    expect(square.reading("1,20e-1\t\n0.5\n1 200\t")).toEqual([[0.12], [0.5], [1200]]);
  });

  it("are told by row alone where there is one column, and what is wrong before what is empty", () => {
    expect(inColumn.read(sent("", "x", "1"))).toMatchObject({
      message: expect.stringContaining("Row 2: “x” cannot be read as a number"),
    });
    expect(inColumn.read(sent("1", "", "1"))).toEqual({
      status: "unreadable",
      message: "Row 2 is empty.",
      unfinished: true,
    });
  });

  it("typed with semicolons are a column, as our own tools print keys", () => {
    expect(inColumn.reading("1.30; 0.26; -0.66")).toEqual([[1.3], [0.26], [-0.66]]);
    expect(column.reading("1.30; 0.26; -0.66")).toEqual([[1.3], [0.26], [-0.66]]);
    expect(inColumn.reading("1,30; 0,26; -0,66")).toEqual([[1.3], [0.26], [-0.66]]);
  });

  it("may hold arithmetic, unless the author says arithmetic={false}", () => {
    expect(column.grade(sent("1/sqrt(4)", "ln(1) - 1")).earned).toBe(1);
    const plain = drawn(matrix, element({ answer: "{[0.5, -1]}", arithmetic: "{false}" }));
    expect(plain.read(sent("sqrt(4)", "1"))).toMatchObject({
      message: "Row 1: “sqrt(4)” isn’t worked out yet: type the number it comes to.",
    });
  });

  it("may be arithmetic in 40 places, and the first that has no value ends the reading", () => {
    const many = (cell: string) => gridResponse(Array.from({ length: 900 }, () => [cell]));
    expect(square.read(many("exp(9)-exp(9)"))).toMatchObject({
      message: expect.stringContaining("Only 40 cells can hold arithmetic."),
    });
    expect(square.read(many("9^9^9^9"))).toMatchObject({
      message: expect.stringMatching(/^Row 1: .* too large or too small/),
    });
  });

  it("are shown as they are read where they are no plain numbers, or were typed as text", () => {
    expect(column.readBack(sent("0.5", "-1e-3"))).toEqual({ status: "read", reading: [] });
    expect(column.readBack(sent("0,5", "3/4"))).toEqual({
      status: "read",
      reading: ["\\begin{bmatrix} 0.50 \\\\ 0.75 \\end{bmatrix}"],
    });
    expect(column.readBack("2[[1], [2]]")).toEqual({
      status: "read",
      reading: ["\\begin{bmatrix} 2 \\\\ 4 \\end{bmatrix}"],
    });
  });
});

describe("the cells of a matrix", () => {
  it("earn their share each, and are marked row by row", () => {
    const part = drawn(matrix, element({ answer: "{[[1, 2], [3, 4]]}", shape: "shown" }));
    expect(part.grade("1 2\n3 5")).toEqual({
      earned: 0.75,
      feedback: ["3 of 4 entries are right."],
      miss: ["Only one is off, so it may just be a slip in the arithmetic."],
      marks: ["right", "right", "right", "wrong"],
    });
  });

  it("earn four fifths where the shape is left to the student, and the shape one", () => {
    const { earned, feedback, marks } = square.grade("1 2\n3 5");
    expect(earned).toBeCloseTo(1 / 5 + (4 / 5) * (3 / 4), 12);
    expect(feedback).toEqual(["The shape is right, and 3 of 4 entries are."]);
    expect(marks).toEqual(["right", "right", "right", "wrong"]);
    expect(square.grade("1 2\n5 5").earned).toBe(0.6);
    expect(square.grade("1 2\n3 4")).toMatchObject({ earned: 1, feedback: [] });
  });

  it("are held to the part's precision", () => {
    const part = drawn(
      matrix,
      element({ answer: "{[[0.123456, 0]]}", significant: "{2}", shape: "shown" }),
    );
    expect(part.grade("0.12 0").earned).toBe(1);
    expect(part.grade("0.13 0").earned).toBe(0.5);
    expect(part.grade("0.12 0.01").earned).toBe(0.5);
  });

  it("near misses are told from far ones", () => {
    const part = drawn(matrix, element({ answer: "{[[0.331706, 0.5]]}", shape: "shown" }));
    expect(part.grade("0.33 0.5").miss?.[0]).toMatch(/^Close: check your rounding/);
    expect(part.grade("-0.332 -0.5").miss).toEqual([
      "All the entries have the right size and the wrong sign.",
    ]);
    expect(part.grade("-0.332 0.5").miss).toEqual([
      "The size is right in entry 1, but the sign is wrong.",
    ]);
    expect(part.grade("700 0.5").miss).toEqual(["It is more than ten times too large."]);
    expect(part.grade("-0.7 -0.9").miss).toEqual(["The sign is wrong in entry 1 and entry 2."]);
  });

  it("that are wrong in one row or column alone are told so", () => {
    expect(wide.grade("1 2 3\n7 8 9").miss).toEqual([
      "All that’s wrong is in row 2: look at what it’s computed from.",
    ]);
    expect(wide.grade("2 2 3\n8 5 6").miss).toEqual([
      "All that’s wrong is in column 1: look at what it’s computed from.",
    ]);
    expect(wide.grade("2 2 3\n4 8 6").miss).toEqual([]);
  });
});

describe("the shape", () => {
  it("right earns a fifth even where no cell is", () => {
    expect(wide.grade("9 9 9\n9 9 9")).toMatchObject({
      earned: 0.2,
      feedback: ["The shape is right, but none of the entries is."],
    });
  });

  it("wrong earns nothing, whatever its cells, and the right one is not told", () => {
    const { earned, feedback, marks } = wide.grade("1 2\n3 4");
    expect(earned).toBe(0);
    expect(marks).toBeUndefined();
    expect(feedback[0]).toContain("Your answer is $2 \\times 2$");
    expect(feedback.join()).not.toMatch(/3|6/);
  });

  it("turned round is told so and earns two fifths, since all its numbers are right", () => {
    expect(wide.grade("1 4\n2 5\n3 6")).toEqual({
      earned: 0.4,
      feedback: [expect.stringContaining("your answer is the transpose")],
    });
    expect(wide.grade("1 4\n2 5\n3 7").earned).toBe(0);
  });

  it("is right in a square turned round, whose cells off the diagonal are not", () => {
    const { earned, feedback } = square.grade("1 3\n2 4");
    expect(earned).toBeCloseTo(1 / 5 + (4 / 5) * (2 / 4), 12);
    expect(feedback).toEqual([
      "The shape is right, and 2 of 4 entries are.",
      expect.stringContaining("transpose"),
    ]);
    expect(column.grade("0.5 -1").feedback[0]).toContain("transpose");
  });

  it("that is shown is fixed, and a flat list fits a vector", () => {
    expect(shown.view.shown).toEqual({ rows: 2, cols: 1 });
    expect(shown.grade("[0.5, -1]").earned).toBe(1);
    expect(shown.read("0.5 -1")).toMatchObject({
      status: "unreadable",
      message: "The answer here is 2×1, and this is 1×2.",
    });
  });

  it("that is not shown is not in the view", () => {
    expect(column.view).toEqual({ precision: { rule: "significant", amount: 3 } });
  });
});

describe("an author's mistake", () => {
  it("with shape is told with its place and mend", () => {
    expect(issuesOf(matrix, element({ answer: "{[1, 2]}", shape: "2x1" }))[0]).toContain(
      '3:25 shape can only be shown. Write shape="shown"',
    );
  });

  it("of an answer that is no matrix shows when it is drawn", () => {
    expect(() => drawn(matrix, element({ answer: '{"text"}' }))).toThrow("the answer is a text");
  });
});

it("matches the value an author foresaw", () => {
  expect(column.matches([-0.5, 1], "-0.5\n1")).toBe(true);
  expect(column.matches([-0.5, 1], "-0.5 1")).toBe(false);
});

it("has cells of arithmetic that share one budget", () => {
  const hard = `${"coth(".repeat(12)}pi${")".repeat(12)}`;
  const open = drawn(matrix, element({ answer: "{[[1, 2], [3, 4]]}" }));
  const filled = (n: number) => gridResponse(Array.from({ length: n }, () => Array(n).fill(hard)));
  expect(open.reading(filled(1))[0]?.[0]).toBeCloseTo(2.3994, 4);
  const told = open.read(filled(6));
  expect(told).toMatchObject({ status: "unreadable" });
  expect(told).toHaveProperty(
    "message",
    expect.stringMatching(/^Row \d, column \d: This takes too/),
  );
});

describe("the columns of a grid", () => {
  it("are as wide as the longest number in each, with room for a mark, up to a bound", () => {
    expect(
      columnWidths([
        ["1", "-0.123456789"],
        ["12", "3"],
      ]),
    ).toBe("max(5.25rem, calc(2ch + 2.25rem)) max(5.25rem, calc(12ch + 2.25rem))");
    expect(columnWidths([["1".repeat(200)]])).toContain("calc(24ch");
  });
});
