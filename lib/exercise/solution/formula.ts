import type * as estree from "estree";
import { toTensor } from "@/lib/exercise/coerce";
import { placeOf } from "@/lib/exercise/language/nodes/places";
import type { Value } from "@/lib/exercise/value";
import { isTensor } from "@/lib/exercise/value";
import { functionForms } from "./function-forms";

/** How an expression is written: what stands for its places, and where a value stands for a whole part of it. */
export interface Writing {
  /** What stands for a place. */
  readonly place: (place: string) => string;
  /** The value of any part of the expression. */
  readonly value: (node: estree.Expression) => Value;
  /** What one number of a place that names its numbers is called, counted from 1. */
  readonly entry: (place: string, i: number) => string | undefined;
  /** A value as TeX. */
  readonly shown: (value: Value) => string;
  /** True where numbers stand for places, and so for what has no form of its own. */
  readonly numbers: boolean;
}

/** TeX and how tightly it holds together: a sum, a product, a power, or one thing. */
export interface Formula {
  readonly tex: string;
  readonly binds: 1 | 2 | 3 | 4;
}

const one = (tex: string): Formula => ({ tex, binds: 4 });

/** An expression of the language as a formula: in letters, or with the numbers put in. */
export function formulaOf(node: estree.Expression, writing: Writing): Formula {
  const place = placeOf(node);
  if (place !== undefined) return placed(place, node, writing);
  switch (node.type) {
    case "Literal":
      return signed(writing.shown(writing.value(node)));
    case "UnaryExpression":
      return { tex: `-${within(formulaOf(node.argument, writing), 2)}`, binds: 1 };
    case "BinaryExpression":
      return binary(node, writing);
    case "ConditionalExpression":
      return formulaOf(writing.value(node.test) ? node.consequent : node.alternate, writing);
    case "ArrayExpression":
      return column(node, writing);
    case "CallExpression":
      return called(node, writing);
    default:
      return signed(writing.shown(writing.value(node)));
  }
}

/** The formula's TeX, in parentheses where it holds together less tightly than is needed. */
export function within({ tex, binds }: Formula, needed: number): string {
  if (binds >= needed) return tex;
  return /\\(frac|begin|sum)/.test(tex) ? `\\left(${tex}\\right)` : `(${tex})`;
}

function placed(place: string, node: estree.Expression, writing: Writing): Formula {
  if (!writing.numbers) return one(writing.place(place));
  return signed(writing.shown(writing.value(node)));
}

/** A negative number after a sign has parentheses, as a sum has. */
const signed = (tex: string): Formula => ({ tex, binds: tex.startsWith("-") ? 1 : 4 });

function binary(node: estree.BinaryExpression, writing: Writing): Formula {
  const left = formulaOf(node.left as estree.Expression, writing);
  const right = formulaOf(node.right, writing);
  switch (node.operator) {
    case "+":
      return { tex: `${left.tex} + ${within(right, 2)}`, binds: 1 };
    case "-":
      return { tex: `${left.tex} - ${within(right, 2)}`, binds: 1 };
    case "*":
      return { tex: `${within(left, 2)} ${times(node, writing)} ${within(right, 3)}`, binds: 2 };
    case "/":
      return { tex: `\\frac{${left.tex}}{${right.tex}}`, binds: 3 };
    case "**":
      return { tex: `${within(left, 4)}^{${right.tex}}`, binds: 3 };
    default:
      return signed(writing.shown(writing.value(node)));
  }
}

/** A dot between numbers; matrices, and letters, stand side by side. */
function times({ left, right }: estree.BinaryExpression, writing: Writing): string {
  if (!writing.numbers) return "\\,";
  const isMatrix = (node: estree.Node) => {
    const value = writing.value(node as estree.Expression);
    return isTensor(value) && value.data.length > 1;
  };
  return isMatrix(left) && isMatrix(right) ? "\\," : "\\cdot";
}

/** A list of numbers in letters, as the column that it is. */
function column(node: estree.ArrayExpression, writing: Writing): Formula {
  const value = writing.value(node);
  const cells = node.elements as estree.Expression[];
  const single = cells.every((cell) => toTensor(writing.value(cell))?.data.length === 1);
  if (writing.numbers || !single) return signed(writing.shown(value));
  const rows = cells.map((cell) => formulaOf(cell, writing).tex).join(" \\\\ ");
  return one(`\\begin{bmatrix} ${rows} \\end{bmatrix}`);
}

function called(node: estree.SimpleCallExpression, writing: Writing): Formula {
  const name = placeOf(node.callee) ?? "";
  const args = node.arguments as estree.Expression[];
  const form = Object.hasOwn(functionForms, name) ? functionForms[name] : undefined;
  const formulas = args.map((arg) => formulaOf(arg, writing));
  const written = form?.(formulas, args, writing);
  if (written) return written;
  if (writing.numbers || form) return signed(writing.shown(writing.value(node)));
  return one(`\\operatorname{${name}}\\left(${formulas.map(({ tex }) => tex).join(", ")}\\right)`);
}
