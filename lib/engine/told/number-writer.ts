import { evenCells } from "../even-cells";
import type { Tensor } from "../tensor";

/** Writes numbers and tensors as TeX with at most so many significant figures. A 1×1 tensor is written as a number,
 *  any other as a bmatrix. */
export interface NumberWriter {
  /** A number as a reader of the page has it. */
  rounded(value: number): number;
  tensor(value: Tensor | number): string;
  /** The same to stand after a sign: a negative number has parentheses. */
  operand(value: Tensor | number): string;
}

/** What is smaller is what rounding has left of a difference of equals, and is written as 0. */
const dust = 1e-15;

export function numberWriter(digits: number): NumberWriter {
  const rounded = (value: number) =>
    Math.abs(value) < dust ? 0 : Number(value.toPrecision(digits)) + 0;
  const number = (value: number) => texOf(rounded(value));
  const tensor = (value: Tensor | number) => {
    const lone = loneNumber(value);
    return lone === undefined ? bmatrix(value as Tensor, number) : number(lone);
  };
  const operand = (value: Tensor | number) =>
    (loneNumber(value) ?? 0) < 0 ? `(${tensor(value)})` : tensor(value);
  return { rounded, tensor, operand };
}

function loneNumber(value: Tensor | number): number | undefined {
  if (typeof value === "number") return value;
  return value.data.length === 1 ? value.data[0] : undefined;
}

function texOf(value: number): string {
  if (Number.isNaN(value)) return "\\text{NaN}";
  if (!Number.isFinite(value)) return value < 0 ? "-\\infty" : "\\infty";
  const [mantissa = "", exponent] = String(value).split("e");
  return exponent ? `${mantissa} \\times 10^{${Number(exponent)}}` : mantissa;
}

function bmatrix(tensor: Tensor, number: (value: number) => string): string {
  const lines = evenCells(tensor, number).map((cells) => cells.join(" & "));
  return `\\begin{bmatrix} ${lines.join(" \\\\ ")} \\end{bmatrix}`;
}
