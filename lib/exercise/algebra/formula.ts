/** What stands between two formulas. `*` is the matrix product, or scaling by a number; ⊙ ⊘ .^ work entry by entry. */
export type Operator = "+" | "-" | "*" | "/" | "⊙" | "⊘" | "^" | ".^";

export type FunctionName =
  | "sigmoid"
  | "relu"
  | "sigmoid'"
  | "tanh'"
  | "relu'"
  | "exp"
  | "ln"
  | "sqrt"
  | "abs"
  | "sign"
  | "sin"
  | "cos"
  | "tan"
  | "sec"
  | "csc"
  | "cot"
  | "sinh"
  | "cosh"
  | "tanh"
  | "sech"
  | "csch"
  | "coth";

/** A formula as read, its brackets gone into its structure. */
export type Formula =
  | { readonly is: "number"; readonly value: number; readonly text: string }
  | { readonly is: "constant"; readonly name: "e" | "pi" }
  | { readonly is: "name"; readonly name: string }
  | { readonly is: "negated"; readonly of: Formula }
  | { readonly is: "transposed"; readonly of: Formula }
  | { readonly is: "called"; readonly fn: FunctionName; readonly of: Formula }
  | {
      readonly is: "binary";
      readonly op: Operator;
      readonly left: Formula;
      readonly right: Formula;
    };

/** A formula's own parts, from the left. */
export function partsOf(formula: Formula): readonly Formula[] {
  if ("of" in formula) return [formula.of];
  return formula.is === "binary" ? [formula.left, formula.right] : [];
}

/** Whether `test` holds for the formula or anything in it. */
export function some(formula: Formula, test: (part: Formula) => boolean): boolean {
  return test(formula) || partsOf(formula).some((part) => some(part, test));
}
