import { toNumber } from "@/lib/exercise/coerce";
import type { Position } from "@/lib/exercise/issue";
import { short } from "@/lib/exercise/language/digits";
import { type Expr, LanguageError } from "@/lib/exercise/language/expr";
import { inWords } from "@/lib/exercise/language/in-words";
import { toValue } from "@/lib/exercise/language/laid";
import type { Value } from "@/lib/exercise/value";
import { asWritten, exprsOf, type Wording } from "@/lib/exercise/wording";

/** A formula as an expression, and those of the values in it. */
export interface FormulaExpr extends Expr {
  readonly values: readonly Expr[];
}

/** A formula with values in it as an expression, which comes to its text with the numbers of a variant. */
export function formulaExpr(wording: Wording, at: Position): FormulaExpr {
  const values = exprsOf(wording);
  const source = asWritten(wording);
  const filled = (evaluate: (expr: Expr) => Value) =>
    tidy(wording.map((piece) => textOf(piece, evaluate)));
  return {
    at,
    source,
    names: [...new Set(values.flatMap(({ names }) => names))],
    values,
    draws: false,
    node: { type: "Literal", value: source },
    ...(values.length === 0 ? { constant: source } : {}),
    lay: (laying) => filled((expr) => toValue(expr.lay(laying))),
    run: (context) => filled((expr) => expr.run(context)),
  };
}

function textOf(piece: Wording[number], evaluate: (expr: Expr) => Value): string {
  if (typeof piece === "string") return piece;
  const { expr } = piece;
  const value = evaluate(expr);
  const number = toNumber(value);
  if (number !== undefined && Number.isFinite(number)) return numeral(number);
  const is = number === undefined ? inWords(value) : "not a finite number";
  throw new LanguageError(`a value in this formula is ${is}`, "Put a number into it.", expr.at);
}

/** A number as formulas are typed, in brackets where it is not just its digits. */
function numeral(number: number): string {
  const [digits = "", power] = short(number, 15).split("e");
  if (power !== undefined) return `(${digits} * 10^(${Number(power)}))`;
  return number < 0 ? `(${digits})` : digits;
}

/** The pieces as one formula, as one would write it by hand: 2x − 3 for 2x + (−3), x for 1x. A number that is raised to a
 *  power keeps its brackets. */
function tidy(pieces: readonly string[]): string {
  return pieces
    .join("")
    .replace(
      /([-+])\s*\(-([\d.]+)\)(?!\s*[\^'.!])/g,
      (_, sign, digits) => `${sign === "+" ? "-" : "+"} ${digits}`,
    )
    .replace(/^(\s*)\(-([\d.]+)\)(?!\s*[\^'.!])/, "$1-$2")
    .replace(/(^|[-+(]\s*)1\s*(?:\*\s*|\s)(?=[A-Za-z\\(])/g, "$1");
}
