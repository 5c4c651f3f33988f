import { short } from "./language/digits";
import { evaluate } from "./language/evaluate";
import { type Expr, LanguageError, type Scope } from "./language/expr";
import { placeOf } from "./language/nodes/places";
import { Refusal } from "./language/refusal";
import { texOf } from "./language/tex";
import type { Value } from "./value";

/** Markdown with TeX in which a variant's values stand: text, and between it what is put in. */
export type Wording = readonly (string | WordedValue)[];

/** A value in a text: `\val{…}` in TeX, `{…}` elsewhere. */
export interface WordedValue {
  readonly expr: Expr;
  readonly inTex: boolean;
}

/** The text as Markdown with its values put in. `evaluate` gives each its value. Throws LanguageError for a value that
 *  cannot be shown. */
export function worded(wording: Wording, evaluate: (expr: Expr) => Value): string {
  return wording
    .map((piece, i) => {
      if (typeof piece === "string") return piece;
      const text = put(piece, evaluate, isWholeFormula(wording, i));
      return isListMark(wording, i) ? text.replace(/^\d/, asReference) : text;
    })
    .join("");
}

/** A value with a formula to itself, and nothing beside it. */
export const formulaOf = (expr: Expr): Wording => ["$", { expr, inTex: true }, "$"];

/** A value as the formula that `formulaOf` comes to. */
export const asFormula = (tex: string): string => `$${inFormula(tex)}$`;

/** Whether a value stands in a formula by itself: nothing tells it then from one that was written out. */
const isWholeFormula = (wording: Wording, i: number) =>
  String(wording[i - 1]).endsWith("$") && String(wording[i + 1]).startsWith("$");

/** Whether a number would begin a list: it opens a line, and a point or a bracket follows. */
function isListMark(wording: Wording, i: number): boolean {
  const [before, after] = [wording[i - 1] ?? "", wording[i + 1] ?? ""];
  const opens = typeof before === "string" && /^$|\n\s*$/.test(before);
  return opens && typeof after === "string" && /^[.)]/.test(after);
}

const asReference = (digit: string) => `&#${digit.charCodeAt(0)};`;

/** The same with the values of a scope. */
export const wordedIn = (wording: Wording, scope: Scope): string =>
  worded(wording, (expr) => evaluate(expr, scope));

/** The text where there are no numbers, or those of many: each value by the name its author gave it. */
export const inNames = (wording: Wording): string =>
  wording.map((piece) => (typeof piece === "string" ? piece : named(piece))).join("");

/** The text as its author wrote it. */
export const asWritten = (wording: Wording): string =>
  wording
    .map((piece) => {
      if (typeof piece === "string") return piece;
      return `${piece.inTex ? "\\val" : ""}{${piece.expr.source}}`;
    })
    .join("");

/** The expressions of the values in a text. */
export const exprsOf = (wording: Wording): Expr[] =>
  wording.flatMap((piece) => (typeof piece === "string" ? [] : [piece.expr]));

function put(
  { expr, inTex }: WordedValue,
  evaluate: (expr: Expr) => Value,
  isWhole: boolean,
): string {
  const value = evaluate(expr);
  if (!inTex) return proseOf(value) ?? asFormula(valueTex(expr, value));
  const tex = inFormula(valueTex(expr, value));
  return isWhole ? tex : `{${tex}}`;
}

/** A `$` would end the formula that it stands in. */
const inFormula = (tex: string) => tex.replaceAll("\\$", "\\textdollar{}");

function proseOf(value: Value): string | undefined {
  const text = plainText(value);
  if (typeof value !== "string") return text;
  // A line of its own could begin a list or a heading.
  return text?.replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>$~&|]|^[-+#]/g, (sign) => `\\${sign}`);
}

/** A number or a text as it stands in prose; undefined for other values, which stand as TeX. */
export function plainText(value: Value): string | undefined {
  if (typeof value === "number") return short(value, 4).replace("-", "−");
  return typeof value === "string" ? value : undefined;
}

/** The value of an expression as TeX; what `tex(…)` wrote stands as it is. Throws LanguageError for a value that has none. */
export function valueTex(expr: Expr, value: Value): string {
  const { node } = expr;
  const written = node.type === "CallExpression" && placeOf(node.callee) === "tex";
  try {
    return written && typeof value === "string" ? value : texOf(value);
  } catch (error) {
    if (error instanceof Refusal) throw new LanguageError(error.message, error.mend, expr.at);
    throw error;
  }
}

function named({ expr: { source }, inTex }: WordedValue): string {
  if (!inTex) return proseOf(source) ?? "";
  return /^[A-Za-z]$/.test(source) ? source : `{${inFormula(texOf(source))}}`;
}
