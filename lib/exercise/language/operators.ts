import {
  add,
  map,
  matmul,
  minus,
  multiply,
  plus,
  scale,
  subtract,
  type Tensor,
} from "@/lib/engine";
import { toNumber, toTensor } from "@/lib/exercise/coerce";
import { isTensor, type Value } from "@/lib/exercise/value";
import { limits, type Meter, spend, spendTensor } from "./budget";
import { inWords } from "./in-words";
import { NotFinite, Refusal } from "./refusal";

export type BinaryOperation = (left: Value, right: Value, meter: Meter) => Value;

/** The binary operators of the language. `+ -` work entry by entry, a lone number with every entry; `*` is the
 *  matrix product, or scaling when a side is a number or 1×1. What cancels is exactly 0. */
export const binaryOperators: Readonly<Record<string, BinaryOperation>> = {
  "+": (left, right, meter) => {
    if (typeof left === "number" && typeof right === "number") return plus(left, right);
    if (typeof left === "string" && typeof right === "string") return joined(left, right);
    return entrywise("+", left, right, meter);
  },
  "-": (left, right, meter) => {
    if (typeof left === "number" && typeof right === "number") return minus(left, right);
    return entrywise("-", left, right, meter);
  },
  "*": product,
  "/": quotient,
  "**": (left, right) => numbers("**", left, right, (a, b) => a ** b),
  "%": (left, right) => numbers("%", left, right, (a, b) => a % b),
  "<": (left, right) => numbers("<", left, right, (a, b) => a < b),
  "<=": (left, right) => numbers("<=", left, right, (a, b) => a <= b),
  ">": (left, right) => numbers(">", left, right, (a, b) => a > b),
  ">=": (left, right) => numbers(">=", left, right, (a, b) => a >= b),
  "===": equal,
  "==": equal,
  "!==": (left, right) => !equal(left, right),
  "!=": (left, right) => !equal(left, right),
};

/** Minus a number or every entry of a tensor. */
export function negated(value: Value, meter: Meter): Value {
  if (typeof value === "number") return -value;
  const tensor = toTensor(value);
  if (!tensor) throw mismatch("-", value);
  spendTensor(meter, tensor.rows, tensor.cols);
  return scale(tensor, -1);
}

function joined(left: string, right: string): string {
  if (left.length + right.length <= limits.characters) return left + right;
  throw new Refusal(`this text is longer than ${limits.characters} characters`, "Shorten it.");
}

function entrywise(sign: "+" | "-", left: Value, right: Value, meter: Meter): Value {
  const a = toTensor(left);
  const b = toTensor(right);
  if (!a || !b) throw mismatch(sign, left, right);
  spendTensor(meter, Math.max(a.rows, b.rows), Math.max(a.cols, b.cols));
  const lone = loneSide(left, right);
  if (!lone) return sign === "+" ? add(a, b) : subtract(a, b);
  const { number, tensor } = lone;
  if (sign === "+") return map(tensor, (v) => plus(v, number));
  return lone.side === "right"
    ? map(tensor, (v) => minus(v, number))
    : map(tensor, (v) => minus(number, v));
}

/** The side that is a number (or 1×1 beside a larger tensor), and the tensor on the other. */
function loneSide(left: Value, right: Value) {
  const a = toTensor(left);
  const b = toTensor(right);
  const leftNumber = toNumber(left);
  const rightNumber = toNumber(right);
  if (b && leftNumber !== undefined && (!isTensor(left) || rightNumber === undefined)) {
    return { side: "left", number: leftNumber, tensor: b } as const;
  }
  if (a && rightNumber !== undefined && (!isTensor(right) || leftNumber === undefined)) {
    return { side: "right", number: rightNumber, tensor: a } as const;
  }
  return undefined;
}

function product(left: Value, right: Value, meter: Meter): Value {
  if (typeof left === "number" && typeof right === "number") return left * right;
  const a = toTensor(left);
  const b = toTensor(right);
  if (!a || !b) throw mismatch("*", left, right);
  const lone = loneSide(left, right);
  if (lone) {
    spendTensor(meter, lone.tensor.rows, lone.tensor.cols);
    return scale(lone.tensor, lone.number);
  }
  return matrixProduct(a, b, meter);
}

/** The matrix product, its work paid for first. */
export function matrixProduct(a: Tensor, b: Tensor, meter: Meter): Tensor {
  spendTensor(meter, a.rows, b.cols);
  spend(meter, a.rows * a.cols * b.cols);
  return matmul(a, b);
}

/** The entry-by-entry product, its work paid for first. */
export function entryProduct(a: Tensor, b: Tensor, meter: Meter): Tensor {
  spendTensor(meter, a.rows, a.cols);
  return multiply(a, b);
}

function quotient(left: Value, right: Value, meter: Meter): Value {
  const divisor = toNumber(right);
  if (divisor === undefined) throw mismatch("/", left, right);
  if (divisor === 0) {
    throw new NotFinite("this divides by 0", "Draw the divisor so that it is never 0.");
  }
  if (typeof left === "number") return left / divisor;
  const dividend = toTensor(left);
  if (!dividend) throw mismatch("/", left, right);
  spendTensor(meter, dividend.rows, dividend.cols);
  return map(dividend, (v) => v / divisor);
}

function numbers<T extends number | boolean>(
  sign: string,
  left: Value,
  right: Value,
  operation: (a: number, b: number) => T,
): T {
  const a = toNumber(left);
  const b = toNumber(right);
  if (a === undefined || b === undefined) throw mismatch(sign, left, right);
  return operation(a, b);
}

function equal(left: Value, right: Value): boolean {
  if (typeof left === typeof right && typeof left !== "object") return left === right;
  const a = toTensor(left);
  const b = toTensor(right);
  if (!a || !b) throw mismatch("==", left, right);
  return a.rows === b.rows && a.cols === b.cols && a.data.every((v, i) => v === b.data[i]);
}

function mismatch(sign: string, ...sides: Value[]): Refusal {
  const both = sides.map(inWords).join(" and ");
  return new Refusal(
    `${sign} does not work on ${both}`,
    sign === "/" || sign === "**" || sign === "%"
      ? `Use numbers with ${sign}; for entry-by-entry products there is hadamard(a, b).`
      : `Use numbers, vectors or matrices with ${sign}.`,
  );
}
