import { binding } from "./binding";
import type { Formula } from "./formula";

/** A formula as plain text that is read as the same formula: `(p - y) / (p * (1 - p))`. */
export function toPlain(formula: Formula): string {
  switch (formula.is) {
    case "number":
      return formula.text;
    case "constant":
    case "name":
      return formula.name;
    case "negated":
      return `-${at(formula.of, 2)}`;
    case "transposed":
      return `${at(formula.of, 5.5)}^T`;
    case "called":
      return formula.fn === "exp"
        ? `e^${brackets(toPlain(formula.of))}`
        : `${formula.fn}${brackets(toPlain(formula.of))}`;
    case "binary":
      return binary(formula);
  }
}

function binary({ op, left, right }: Extract<Formula, { is: "binary" }>): string {
  const own = binding({ is: "binary", op, left, right });
  if (op === ".^" && left.is === "called" && !["exp", "sqrt"].includes(left.fn)) {
    return `${left.fn}^${at(right, 7)}${brackets(toPlain(left.of))}`;
  }
  const tight = op === "^" || op === ".^";
  const sides = tight ? [at(left, 5.5), at(right, 7)] : [at(left, own), at(right, own + 0.6)];
  return sides.join(tight ? op : ` ${op} `);
}

function at(formula: Formula, place: number): string {
  const text = toPlain(formula);
  return binding(formula) >= place ? text : brackets(text);
}

const brackets = (text: string) => `(${text})`;
