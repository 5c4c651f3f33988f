import { Names } from "./names";
import { readFormula } from "./read";
import { toTex } from "./to-tex";
import type { Named } from "./variables";

/** How a response is taken, as TeX, or why it cannot be read. */
export type ReadingTex =
  | { readonly status: "read"; readonly tex: string }
  | { readonly status: "unreadable"; readonly message: string };

/** What stands beside a formula's field as one types: the formula as the grader takes it, its structure in brackets
 *  and fractions, its names as their author writes them. It says nothing about whether it is right. */
export function readingTex(typed: string, variables: readonly Named[]): ReadingTex {
  const read = readFormula(typed, new Names(variables));
  return read.status === "read"
    ? { status: "read", tex: toTex(read.formula, variables) }
    : { status: "unreadable", message: read.message };
}
