import { fromRows, type Tensor, toRows } from "@/lib/engine";
import { toTensor } from "@/lib/exercise/coerce";
import type { Kind } from "@/lib/exercise/kinds/kind";
import { asAsked, rounded } from "@/lib/exercise/kinds/precision";
import { type Expr, LanguageError } from "@/lib/exercise/language/expr";
import { inWords } from "@/lib/exercise/language/in-words";
import type { Value } from "@/lib/exercise/value";
import { agrees, gradeMatrix } from "./grade";
import { type Rows, readMatrix } from "./read";
import { readMatrixBack } from "./read-back";
import { type MatrixSettings, type MatrixView, matrixViewSchema, parseMatrix } from "./schema";

/** A matrix or a vector; its shape is part of the answer unless it is shown. */
export const matrix: Kind<MatrixSettings, Rows, MatrixView, Rows> = {
  name: "matrix",
  tag: "Matrix",
  viewSchema: matrixViewSchema,
  help: "Type one number per cell, or paste a matrix from NumPy, MATLAB, LaTeX or a spreadsheet.",
  parse: parseMatrix,
  draw({ settings }, evaluate) {
    const { precision, shapeShown, arithmetic } = settings;
    const key = rowsOf(settings, evaluate);
    const view: MatrixView = { precision: { ...asAsked(precision) }, ...arithmetic };
    if (shapeShown) view.shown = { rows: key.length, cols: key[0]?.length ?? 0 };
    return { key, view };
  },
  rekey: rowsOf,
  asReading: (key) => key,
  asValue: tensorOf,
  numbers: (key) => key.flat(),
  longest: longestMatrix,
  read: (raw, view, _, work) => readMatrix(raw, view, work),
  readBack: readMatrixBack,
  grade: gradeMatrix,
  matches(value, reading, { view: { precision } }) {
    const tensor = toTensor(value);
    return tensor !== undefined && agrees({ precision }, toRows(tensor), reading);
  },
  value: tensorOf,
  asResponse(value, { view }) {
    const tensor = toTensor(value);
    return tensor && typed(toRows(tensor), view);
  },
  keyAsResponse: typed,
};

/** Room for every cell with all its figures and what stands around it. A shape that is not shown is not told by this. */
function longestMatrix({ shown }: MatrixView): number {
  return shown ? Math.min(mostCharacters, 500 + 100 * shown.rows * shown.cols) : mostCharacters;
}

const mostCharacters = 10_000;

function typed(rows: Rows, { precision }: MatrixView): string {
  return rows.map((row) => row.map((cell) => rounded(precision, cell)).join("\t")).join("\n");
}

function tensorOf(rows: Rows): Tensor {
  return fromRows(rows.map((row) => [...row]));
}

function rowsOf({ answer }: MatrixSettings, evaluate: (expr: Expr) => Value): number[][] {
  const value = evaluate(answer);
  const tensor = toTensor(value);
  if (tensor && tensor.data.length > 0 && tensor.data.every(Number.isFinite)) {
    // JSON has no −0: adding 0 makes it 0.
    return toRows(tensor).map((row) => row.map((cell) => cell + 0));
  }
  const is = tensor ? `${inWords(tensor)} that is empty or not finite` : inWords(value);
  const mend = "Give an expression that comes to a vector or a matrix.";
  throw new LanguageError(`the answer is ${is}`, mend, answer.at);
}
