import { map, mean, multiply, sum, type Tensor, tensor, transpose } from "@/lib/engine";
import { toTensor } from "@/lib/exercise/coerce";
import { limits, spend, spendTensor } from "@/lib/exercise/language/budget";
import { entryProduct, matrixProduct } from "@/lib/exercise/language/operators";
import { Refusal } from "@/lib/exercise/language/refusal";
import type { Value } from "@/lib/exercise/value";
import { integerAt, listAt, numberAt, tensorAt } from "./arguments";
import type { FunctionTable, LanguageFunction, Tools } from "./function";

export const tensors: FunctionTable = {
  vector: {
    topic: "tensor",
    signature: "vector([a, b, …])",
    summary: "A column of numbers.",
    example: "vector([1, 2, 3])",
    value: "vector([1, 2, 3])",
    arity: [1, 1],
    call: (args, tools) => {
      const list = listAt(args, 0, "what is in the vector");
      spendTensor(tools.meter, list.length, 1);
      const made = toTensor(list);
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
    call: (args, tools) => (args.length === 1 ? fromLists(args, tools) : filled(args, tools)),
  },
  T: overTensor(
    "T(a)",
    "The transpose: rows become columns.",
    "T(vector([1, 2]))",
    "matrix([[1, 2]])",
    (a, { meter, rules }) => {
      spendTensor(meter, a.cols, a.rows);
      const asItIs = rules?.weightsBack === "as-they-are" && a.rows === a.cols;
      return asItIs ? a : transpose(a);
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
      return sum(multiply(a, b));
    },
  ),
  matmul: overTwo(
    "matmul(a, b)",
    "The matrix product, which a * b is too.",
    "matmul([[1, 2]], [3, 4])",
    "vector([11])",
    (a, b, { meter }) => matrixProduct(a, b, meter),
  ),
  hadamard: overTwo(
    "hadamard(a, b)",
    "The product entry by entry.",
    "hadamard([1, 2], [3, 4])",
    "vector([3, 8])",
    (a, b, { meter }) => entryProduct(a, b, meter),
  ),
  sum: overTensor(
    "sum(a)",
    "The sum of all entries.",
    "sum([1, 2, 3])",
    "6",
    (a, { meter, rules }) => {
      spend(meter, a.data.length);
      return rules?.overBatch === "mean" ? mean(a) : sum(a);
    },
  ),
  mean: overTensor(
    "mean(a)",
    "The mean of all entries.",
    "mean([1, 2, 6])",
    "3",
    (a, { meter, rules }) => {
      spend(meter, a.data.length);
      return rules?.examples === "sum" ? sum(a) : mean(a);
    },
  ),
  shape: overTensor(
    "shape(a)",
    "The list [rows, columns].",
    "shape([[1, 2, 3]])",
    "[1, 3]",
    (a) => [a.rows, a.cols],
  ),
  rows: overTensor("rows(a)", "How many rows.", "rows([[1, 2, 3]])", "1", (a) => a.rows),
  cols: overTensor("cols(a)", "How many columns.", "cols([[1, 2, 3]])", "3", (a) => a.cols),
  at: {
    topic: "tensor",
    signature: "at(a, i, j)",
    summary:
      "The entry in row i and column j, both counted from 1. Without j, entry i of a vector.",
    example: "at([[1, 2], [3, 4]], 2, 1)",
    value: "3",
    arity: [2, 3],
    call: (args) => {
      const a = tensorAt(args, 0, "a");
      if (args.length === 2 && a.cols !== 1 && a.rows !== 1) {
        throw new Refusal("at wants a row and a column of a matrix", "Write at(a, i, j).");
      }
      if (args.length === 2) return entry(a, integerAt(args, 1, "i", 1, a.data.length) - 1);
      const i = integerAt(args, 1, "i", 1, a.rows);
      return entry(a, (i - 1) * a.cols + integerAt(args, 2, "j", 1, a.cols) - 1);
    },
  },
  row: {
    topic: "tensor",
    signature: "row(a, i)",
    summary: "Row i, counted from 1, as a 1×n matrix.",
    example: "row([[1, 2], [3, 4]], 2)",
    value: "matrix([[3, 4]])",
    arity: [2, 2],
    call: (args, { meter }) => {
      const a = tensorAt(args, 0, "a");
      const i = integerAt(args, 1, "i", 1, a.rows);
      spendTensor(meter, 1, a.cols);
      return tensor(1, a.cols, a.data.slice((i - 1) * a.cols, i * a.cols));
    },
  },
  col: {
    topic: "tensor",
    signature: "col(a, j)",
    summary: "Column j, counted from 1, as a vector.",
    example: "col([[1, 2], [3, 4]], 2)",
    value: "vector([2, 4])",
    arity: [2, 2],
    call: (args, { meter }) => {
      const a = tensorAt(args, 0, "a");
      const j = integerAt(args, 1, "j", 1, a.cols);
      spendTensor(meter, a.rows, 1);
      return tensor(
        a.rows,
        1,
        Float64Array.from({ length: a.rows }, (_, i) => entry(a, i * a.cols + j - 1)),
      );
    },
  },
  round: {
    topic: "tensor",
    signature: "round(a, decimals)",
    summary: "Every entry rounded, halves away from 0, to 0 decimals unless told.",
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

function fromLists(args: readonly Value[], tools: Tools): Tensor {
  const made = toTensor(listAt(args, 0, "what is in the matrix"));
  if (made) {
    spendTensor(tools.meter, made.rows, made.cols);
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

function entry(a: Tensor, i: number): number {
  return a.data[i] ?? 0;
}

function overTensor(
  signature: string,
  summary: string,
  example: string,
  value: string,
  call: (a: Tensor, tools: Tools) => Value,
): LanguageFunction {
  const run: LanguageFunction["call"] = (args, tools) => call(tensorAt(args, 0, "a"), tools);
  const ruled = true;
  return { topic: "tensor", signature, summary, example, value, arity: [1, 1], call: run, ruled };
}

function overTwo(
  signature: string,
  summary: string,
  example: string,
  value: string,
  call: (a: Tensor, b: Tensor, tools: Tools) => Value,
): LanguageFunction {
  const run: LanguageFunction["call"] = (args, tools) =>
    call(tensorAt(args, 0, "a"), tensorAt(args, 1, "b"), tools);
  return { topic: "tensor", signature, summary, example, value, arity: [2, 2], call: run };
}
