import { Cursor } from "./cursor";
import type { Formula } from "./formula";
import type { Names } from "./names";
import { Parser } from "./parser";
import { ReadError } from "./read-error";
import { tokensOf } from "./tokens";

/** A formula, or why what was typed is none: where, and how to mend it. */
export type ReadFormula =
  | { readonly status: "read"; readonly formula: Formula }
  | { readonly status: "unreadable"; readonly message: string };

const longest = 2_000;

/** Reads a formula as people type it, as plain text or as TeX: `(p - y) / (p (1 - p))`, `W3^T dz3 ⊙ h2`,
 *  `\frac{p-y}{p\left(1-p\right)}`. What could be meant in two ways is asked about, not guessed. */
export function readFormula(typed: string, names: Names): ReadFormula {
  const unreadable = (message: string) => ({ status: "unreadable", message }) as const;
  if (typed.length > longest) return unreadable("This is too long to read as a formula.");
  try {
    const { text, tokens } = tokensOf(typed);
    return { status: "read", formula: new Parser(new Cursor(text, tokens), names).whole() };
  } catch (error) {
    if (error instanceof ReadError) return unreadable(error.message);
    throw error;
  }
}
