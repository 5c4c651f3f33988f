import { evenCells, type Tensor } from "@/lib/engine";
import { isTensor, type Value } from "@/lib/exercise/value";
import { inFigures, short } from "./digits";
import { Refusal } from "./refusal";

/** A value as TeX, numbers with at most `digits` significant figures: a 1×1 tensor is a number, others a bmatrix,
 *  a list stands in brackets. `asked` says that the figures were asked for: what was rounded to them keeps its zeros.
 *  Throws Refusal for a record, which has no TeX. */
export function texOf(value: Value, digits = 4, asked = false): string {
  const number = (v: number) => texNumber(asked ? inFigures(v, digits) : short(v, digits));
  if (typeof value === "number") return number(value);
  if (typeof value === "boolean") return `\\text{${value}}`;
  if (typeof value === "string") return `\\text{${escaped(value)}}`;
  if (isTensor(value)) return texTensor(value, number);
  if (Array.isArray(value)) {
    return `[${value.map((item: Value) => texOf(item, digits, asked)).join(",\\ ")}]`;
  }
  throw new Refusal("a record has no TeX", "Use one of its values, such as pass.p.");
}

function texNumber(text: string): string {
  if (text.endsWith("Infinity")) return text.replace("Infinity", "\\infty");
  const [mantissa = "", exponent] = text.split("e");
  if (exponent === undefined) return mantissa;
  return `${mantissa} \\times 10^{${Number(exponent)}}`;
}

function texTensor(tensor: Tensor, number: (value: number) => string): string {
  if (tensor.data.length === 1) return number(tensor.data[0] ?? 0);
  const lines = evenCells(tensor, number).map((cells) => cells.join(" & "));
  return `\\begin{bmatrix} ${lines.join(" \\\\ ")} \\end{bmatrix}`;
}

const special: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

function escaped(text: string): string {
  return text.replace(/[\\~^{}$&#%_]/g, (sign) => special[sign] ?? `\\${sign}`);
}
