import { map, type Node, type Tensor, tensor } from "@/lib/engine";
import { entry } from "@/lib/engine/ops/entry";
import { mean } from "@/lib/engine/ops/mean";
import { multiply } from "@/lib/engine/ops/multiply";
import { slice } from "@/lib/engine/ops/slice";
import { sum } from "@/lib/engine/ops/sum";
import { transpose } from "@/lib/engine/ops/transpose";
import { limits, spend, spendTensor } from "@/lib/exercise/language/budget";
import { type Laid, Lone, laidOf, toNode } from "@/lib/exercise/language/laid";
import { layOpaque } from "@/lib/exercise/language/opaque";
import { matrixProduct } from "@/lib/exercise/language/operators";
import { Refusal } from "@/lib/exercise/language/refusal";
import type { Value } from "@/lib/exercise/value";
import { countAt, integerAt, listAt, nodeAt, numberAt, tensorAt } from "./arguments";
import type { FunctionTable, LaidDown, LanguageFunction, LayTools, Tools } from "./function";

export const tensors: FunctionTable = {
  vector: {
    topic: "tensor",
    signature: "vector([a, b, …])",
    summary: "A column of numbers.",
    example: "vector([1, 2, 3])",
    value: "vector([1, 2, 3])",
    arity: [1, 1],
    lay: (args, { lay, meter }) => {
      const list = listAt(args, 0, "what is in the vector");
      spendTensor(meter, list.length, 1);
      const made = toNode(list, lay);
      if (made && made.cols === 1) return made;
      throw new Refusal("a vector holds numbers", "Write it as vector([1, 2, 3]).");
    },
  },
  linspace: {
    topic: "tensor",
    signature: "linspace(a, b, n)",
    summary: "A vector of n numbers from a to b, evenly apart.",
    example: "linspace(0, 1, 5)",
    value: "vector([0, 0.25, 0.5, 0.75, 1])",
    arity: [3, 3],
    call: (args, tools) => {
      const [a, b] = [numberAt(args, 0, "a"), numberAt(args, 1, "b")];
      const n = integerAt(args, 2, "n", 2, limits.elements);
      spendTensor(tools.meter, n, 1);
      return tensor(
        n,
        1,
        Float64Array.from({ length: n }, (_, i) => a + ((b - a) * i) / (n - 1)),
      );
    },
  },
  matrix: {
    topic: "tensor",
    signature: "matrix([[a, b], [c, d]]) or matrix(rows, cols, a)",
    summary: "A matrix from its rows, or one with the number a everywhere.",
    example: "matrix([[1, 2], [3, 4]])",
    value: "matrix([[1, 2], [3, 4]])",
    arity: [1, 3],
    lay: (args, tools) =>
      args.length === 1
        ? fromLists(args, tools)
        : layOpaque("matrix", args, (sides) => filled(sides as readonly Value[], tools), tools.lay),
  },
  T: overTensor(
    "T(a)",
    "The transpose: rows become columns.",
    "T(vector([1, 2]))",
    "matrix([[1, 2]])",
    (a, { lay, meter }) => {
      spendTensor(meter, a.cols, a.rows);
      return lay(transpose, [a]);
    },
  ),
  dot: overTwo(
    "dot(a, b)",
    "The dot product of two vectors of one length.",
    "dot([1, 2, 3], [4, 5, 6])",
    "32",
    (a, b, tools) => {
      if (a.cols !== 1 || b.cols !== 1 || a.rows !== b.rows) {
        throw new Refusal(
          `dot does not work on ${a.rows}×${a.cols} and ${b.rows}×${b.cols}`,
          "Give two vectors of one length; a * b is the matrix product.",
        );
      }
      spend(tools.meter, a.rows);
      return new Lone(tools.lay(sum, [tools.lay(multiply, [a, b])]));
    },
  ),
  matmul: overTwo(
    "matmul(a, b)",
    "The matrix product, which a * b is too.",
    "matmul([[1, 2]], [3, 4])",
    "vector([11])",
    matrixProduct,
  ),
  hadamard: overTwo(
    "hadamard(a, b)",
    "The product entry by entry.",
    "hadamard([1, 2], [3, 4])",
    "vector([3, 8])",
    (a, b, { lay, meter }) => {
      spendTensor(meter, a.rows, a.cols);
      return lay(multiply, [a, b]);
    },
  ),
  sum: overTensor(
    "sum(a)",
    "The sum of all entries.",
    "sum([1, 2, 3])",
    "6",
    (a, { lay, meter }) => {
      spend(meter, a.data.length);
      return new Lone(lay(sum, [a]));
    },
  ),
  mean: overTensor(
    "mean(a)",
    "The mean of all entries.",
    "mean([1, 2, 6])",
    "3",
    (a, { lay, meter }) => {
      spend(meter, a.data.length);
      return new Lone(lay(mean, [a]));
    },
  ),
  shape: overTensor(
    "shape(a)",
    "The list [rows, columns].",
    "shape([[1, 2, 3]])",
    "[1, 3]",
    (a, { lay }) => laidOf([a.rows, a.cols], lay),
  ),
  rows: overTensor("rows(a)", "How many rows.", "rows([[1, 2, 3]])", "1", (a, { lay }) =>
    laidOf(a.rows, lay),
  ),
  cols: overTensor("cols(a)", "How many columns.", "cols([[1, 2, 3]])", "3", (a, { lay }) =>
    laidOf(a.cols, lay),
  ),
  at: {
    topic: "tensor",
    signature: "at(a, i, j)",
    summary:
      "The entry in row i and column j, both counted from 1. Without j, entry i of a vector.",
    example: "at([[1, 2], [3, 4]], 2, 1)",
    value: "3",
    arity: [2, 3],
    lay: (args, { lay }) => {
      const a = nodeAt(args, 0, "a", lay);
      if (args.length === 2 && a.cols !== 1 && a.rows !== 1) {
        throw new Refusal("at wants a row and a column of a matrix", "Write at(a, i, j).");
      }
      const isVector = args.length === 2;
      const i = countAt(args, 1, "i", 1, isVector ? a.data.length : a.rows);
      const at = isVector ? i - 1 : (i - 1) * a.cols + countAt(args, 2, "j", 1, a.cols) - 1;
      return new Lone(lay(entry, [a], at));
    },
  },
  row: {
    topic: "tensor",
    signature: "row(a, i)",
    summary: "Row i, counted from 1, as a 1×n matrix.",
    example: "row([[1, 2], [3, 4]], 2)",
    value: "matrix([[3, 4]])",
    arity: [2, 2],
    lay: (args, { lay, meter }) => {
      const a = nodeAt(args, 0, "a", lay);
      const row = countAt(args, 1, "i", 1, a.rows) - 1;
      spendTensor(meter, 1, a.cols);
      return lay(slice, [a], { row, col: 0, rows: 1, cols: a.cols });
    },
  },
  col: {
    topic: "tensor",
    signature: "col(a, j)",
    summary: "Column j, counted from 1, as a vector.",
    example: "col([[1, 2], [3, 4]], 2)",
    value: "vector([2, 4])",
    arity: [2, 2],
    lay: (args, { lay, meter }) => {
      const a = nodeAt(args, 0, "a", lay);
      const col = countAt(args, 1, "j", 1, a.cols) - 1;
      spendTensor(meter, a.rows, 1);
      return lay(slice, [a], { row: 0, col, rows: a.rows, cols: 1 });
    },
  },
  round: {
    topic: "tensor",
    signature: "round(a, decimals)",
    summary: "Every entry rounded, halves away from 0, to 0 decimals by default.",
    example: "round(2.345, 1)",
    value: "2.3",
    arity: [1, 2],
    call: (args, tools) => {
      const digits = args.length > 1 ? integerAt(args, 1, "decimals", 0, 12) : 0;
      return mapped(args[0] as Value, tools, (v) => roundHalfAway(v, digits));
    },
  },
};

/** A number for a number, a tensor of the same shape for the rest; `what` names the argument in a refusal. */
export function mapped(value: Value, tools: Tools, f: (v: number) => number): Value {
  if (typeof value === "number") return f(value);
  const a = tensorAt([value], 0, "a");
  spendTensor(tools.meter, a.rows, a.cols);
  return map(a, f);
}

/** Decimal rounding of the number as it is printed, so that 1.005 to two decimals is 1.01. */
export function roundHalfAway(value: number, digits: number): number {
  const [mantissa = "0", exponent = "0"] = String(Math.abs(value)).split("e");
  const whole = Math.round(Number(`${mantissa}e${Number(exponent) + digits}`));
  return Math.sign(value) * Number(`${whole}e${-digits}`) || 0;
}

function fromLists(args: readonly Laid[], { lay, meter }: LayTools): Node {
  const made = toNode(listAt(args, 0, "what is in the matrix"), lay);
  if (made) {
    spendTensor(meter, made.rows, made.cols);
    return made;
  }
  throw new Refusal("the rows of a matrix differ", "Write it as matrix([[1, 2], [3, 4]]).");
}

function filled(args: readonly Value[], tools: Tools): Tensor {
  const rows = numberAt(args, 0, "rows");
  const cols = numberAt(args, 1, "cols");
  spendTensor(tools.meter, rows, cols);
  integerAt(args, 0, "rows", 1, limits.elements);
  integerAt(args, 1, "cols", 1, limits.elements);
  const value = args.length > 2 ? numberAt(args, 2, "a") : 0;
  return tensor(rows, cols, new Float64Array(rows * cols).fill(value));
}

function overTensor(
  signature: string,
  summary: string,
  example: string,
  value: string,
  over: (a: Node, tools: LayTools) => Laid,
): LanguageFunction {
  const lay: LaidDown["lay"] = (args, tools) => over(nodeAt(args, 0, "a", tools.lay), tools);
  return { topic: "tensor", signature, summary, example, value, arity: [1, 1], lay };
}

function overTwo(
  signature: string,
  summary: string,
  example: string,
  value: string,
  over: (a: Node, b: Node, tools: LayTools) => Laid,
): LanguageFunction {
  const lay: LaidDown["lay"] = (args, tools) =>
    over(nodeAt(args, 0, "a", tools.lay), nodeAt(args, 1, "b", tools.lay), tools);
  return { topic: "tensor", signature, summary, example, value, arity: [2, 2], lay };
}
