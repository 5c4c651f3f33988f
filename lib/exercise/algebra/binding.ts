import type { Formula } from "./formula";

/** How tightly a formula holds together, from sums (1) to names (7). A part that is looser than its place needs
 *  brackets. */
export function binding(formula: Formula): number {
  switch (formula.is) {
    case "binary":
      return bindingOf[formula.op];
    case "negated":
      return 1.5;
    case "transposed":
      return 5;
    case "called":
      return formula.fn === "exp" ? 5 : 6;
    default:
      return 7;
  }
}

export const bindingOf = {
  "+": 1,
  "-": 1,
  "⊙": 2,
  "⊘": 2,
  "*": 3,
  "/": 3,
  "^": 5,
  ".^": 5,
} as const;
