import type { Lay, Node, Op } from "@/lib/engine";
import { add } from "@/lib/engine/ops/add";
import { divide } from "@/lib/engine/ops/divide";
import { matmul } from "@/lib/engine/ops/matmul";
import { multiply } from "@/lib/engine/ops/multiply";
import { negate } from "@/lib/engine/ops/negate";
import { power } from "@/lib/engine/ops/power";
import { subtract } from "@/lib/engine/ops/subtract";
import { limits, type Meter, spend, spendTensor } from "./budget";
import { inWords } from "./in-words";
import { type Laid, Lone, toNode, toValue } from "./laid";
import { layOpaque } from "./opaque";
import { NotFinite, Refusal } from "./refusal";

export interface Tools {
  readonly lay: Lay;
  readonly meter: Meter;
}

export type BinaryOperation = (left: Laid, right: Laid, tools: Tools) => Laid;

/** The binary operators of the language. `+ -` work entry by entry, a lone number with every entry; `*` is the
 *  matrix product, or scaling when a side is a number or 1×1. What cancels is exactly 0. */
export const binaryOperators: Readonly<Record<string, BinaryOperation>> = {
  "+": (left, right, tools) => {
    if (typeof left === "string" && typeof right === "string") return joined(left, right);
    return entrywise("+", add, left, right, tools);
  },
  "-": (left, right, tools) => entrywise("-", subtract, left, right, tools),
  "*": product,
  "/": quotient,
  "**": (left, right, { lay }) => {
    const [a, b] = numbersOf("**", left, right, lay);
    return new Lone(lay(power, [a, b]));
  },
  "%": (left, right, { lay }) => {
    numbersOf("%", left, right, lay);
    return layOpaque("%", [left, right], (sides) => remainder(sides as [number, number]), lay);
  },
  "<": compared("<", (a, b) => a < b),
  "<=": compared("<=", (a, b) => a <= b),
  ">": compared(">", (a, b) => a > b),
  ">=": compared(">=", (a, b) => a >= b),
  "===": equal,
  "==": equal,
  "!==": (left, right, tools) => !equal(left, right, tools),
  "!=": (left, right, tools) => !equal(left, right, tools),
};

/** Minus a number or every entry of a tensor. */
export function negated(laid: Laid, { lay, meter }: Tools): Laid {
  const node = toNode(laid, lay);
  if (!node) throw mismatch("-", laid);
  spendTensor(meter, node.rows, node.cols);
  return asLone(lay(negate, [node]), laid);
}

/** A node as a number of the language where all that it was made of were numbers. */
export function asLone(node: Node, ...of: readonly Laid[]): Laid {
  return of.every((one) => one instanceof Lone) ? new Lone(node) : node;
}

function joined(left: string, right: string): string {
  if (left.length + right.length <= limits.characters) return left + right;
  throw new Refusal(`this text is longer than ${limits.characters} characters`, "Shorten it.");
}

function entrywise(sign: "+" | "-", op: Op, left: Laid, right: Laid, tools: Tools): Laid {
  const { lay, meter } = tools;
  const [a, b] = [toNode(left, lay), toNode(right, lay)];
  if (!a || !b) throw mismatch(sign, left, right);
  spendTensor(meter, Math.max(a.rows, b.rows), Math.max(a.cols, b.cols));
  return asLone(lay(op, [a, b]), left, right);
}

function product(left: Laid, right: Laid, tools: Tools): Laid {
  const { lay, meter } = tools;
  const [a, b] = [toNode(left, lay), toNode(right, lay)];
  if (!a || !b) throw mismatch("*", left, right);
  if (a.data.length !== 1 && b.data.length !== 1) return matrixProduct(a, b, tools);
  spendTensor(meter, Math.max(a.rows, b.rows), Math.max(a.cols, b.cols));
  return asLone(lay(multiply, [a, b]), left, right);
}

/** The matrix product, its work paid for first. */
export function matrixProduct(a: Node, b: Node, { lay, meter }: Tools): Node {
  spendTensor(meter, a.rows, b.cols);
  spend(meter, a.rows * a.cols * b.cols);
  return lay(matmul, [a, b]);
}

function quotient(left: Laid, right: Laid, { lay, meter }: Tools): Laid {
  const divisor = toNode(right, lay);
  if (divisor?.data.length !== 1) throw mismatch("/", left, right);
  if (divisor.data[0] === 0) {
    throw new NotFinite("this divides by 0", "Draw the divisor so that it is never 0.");
  }
  const dividend = toNode(left, lay);
  if (!dividend) throw mismatch("/", left, right);
  spendTensor(meter, dividend.rows, dividend.cols);
  return asLone(lay(divide, [dividend, divisor]), left);
}

function numbersOf(sign: string, left: Laid, right: Laid, lay: Lay): [Node, Node] {
  const [a, b] = [left, right].map((side) => (Array.isArray(side) ? undefined : toNode(side, lay)));
  if (a?.data.length === 1 && b?.data.length === 1) return [a, b];
  throw mismatch(sign, left, right);
}

function compared(sign: string, holds: (a: number, b: number) => boolean): BinaryOperation {
  return (left, right, { lay }) => {
    const [a, b] = numbersOf(sign, left, right, lay);
    return holds(a.data[0]!, b.data[0]!);
  };
}

const remainder = ([a, b]: [number, number]) => Number(a) % Number(b);

function equal(left: Laid, right: Laid, { lay }: Tools): boolean {
  if (typeof left === typeof right && typeof left !== "object") return left === right;
  const [a, b] = [toNode(left, lay), toNode(right, lay)];
  if (!a || !b) throw mismatch("==", left, right);
  return a.rows === b.rows && a.cols === b.cols && a.data.every((v, i) => v === b.data[i]);
}

function mismatch(sign: string, ...sides: Laid[]): Refusal {
  const both = sides.map((side) => inWords(toValue(side))).join(" and ");
  const mend = mends[sign] ?? `Use numbers, vectors or matrices with ${sign}.`;
  return new Refusal(`${sign} does not work on ${both}`, mend);
}

/** What to write in the place of operators that work on numbers alone. */
const mends: Readonly<Record<string, string>> = {
  "/": "Divide by one number; for every entry of a vector, hadamard(a, map(b, x => 1 / x)).",
  "**": "Use two numbers; for every entry of a vector, map(a, x => x ** 2).",
  "%": "Use two numbers; for every entry of a vector, map(a, x => x % 2).",
};
