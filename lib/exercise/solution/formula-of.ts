import type * as estree from "estree";
import { toTensor } from "@/lib/exercise/coerce";
import { placeOf } from "@/lib/exercise/language/nodes/places";
import { isTensor } from "@/lib/exercise/value";
import { type Formula, within } from "./formula";
import { functionForms } from "./function-forms";
import type { Writing } from "./writing";

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
      return valued(node, writing);
  }
}

const one = (tex: string): Formula => ({ tex, binds: 4 });

function placed(place: string, node: estree.Expression, writing: Writing): Formula {
  if (!writing.numbers) return one(writing.place(place));
  return signed(writing.shown(writing.value(node)));
}

/** The value of what has no form of its own. */
function valued(node: estree.Expression, writing: Writing): Formula {
  writing.onValue?.();
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
      return valued(node, writing);
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
  const cells = node.elements as estree.Expression[];
  const single = cells.every((cell) => toTensor(writing.value(cell))?.data.length === 1);
  if (writing.numbers || !single) return valued(node, writing);
  const rows = cells.map((cell) => formulaOf(cell, writing).tex).join(" \\\\ ");
  return one(`\\begin{bmatrix} ${rows} \\end{bmatrix}`);
}

function called(node: estree.SimpleCallExpression, writing: Writing): Formula {
  const name = placeOf(node.callee) ?? "";
  const args = node.arguments as estree.Expression[];
  if (args.some(({ type }) => type === "ArrowFunctionExpression")) return valued(node, writing);
  const form = Object.hasOwn(functionForms, name) ? functionForms[name] : undefined;
  const formulas = args.map((arg) => formulaOf(arg, writing));
  const written = form?.(formulas, args, writing);
  if (written) return written;
  if (writing.numbers || form) return valued(node, writing);
  return one(`\\operatorname{${name}}\\left(${formulas.map(({ tex }) => tex).join(", ")}\\right)`);
}
