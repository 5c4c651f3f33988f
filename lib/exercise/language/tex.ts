import type { Tensor } from "@/lib/engine";
import { isTensor, type Value } from "@/lib/exercise/value";
import { short } from "./digits";
import { Refusal } from "./refusal";

/** A value as TeX, numbers with at most `digits` significant figures: a 1×1 tensor is a number, others a bmatrix,
 *  a list stands in brackets. Throws Refusal for a record, which has no TeX. */
export function texOf(value: Value, digits = 4): string {
  if (typeof value === "number") return texNumber(value, digits);
  if (typeof value === "boolean") return `\\text{${value}}`;
  if (typeof value === "string") return `\\text{${escaped(value)}}`;
  if (isTensor(value)) return texTensor(value, digits);
  if (Array.isArray(value)) {
    return `[${value.map((item: Value) => texOf(item, digits)).join(",\\ ")}]`;
  }
  throw new Refusal("a record has no TeX", "Use one of its values, such as pass.p.");
}

function texNumber(value: number, digits: number): string {
  const [mantissa = "", exponent] = short(value, digits).split("e");
  if (exponent === undefined) return mantissa;
  return `${mantissa} \\times 10^{${Number(exponent)}}`;
}

function texTensor({ rows, cols, data }: Tensor, digits: number): string {
  if (data.length === 1) return texNumber(data[0] ?? 0, digits);
  const lines = Array.from({ length: rows }, (_, i) =>
    Array.from(data.subarray(i * cols, (i + 1) * cols), (v) => texNumber(v, digits)).join(" & "),
  );
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
