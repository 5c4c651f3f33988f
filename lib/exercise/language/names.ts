import { parseExpressionAt } from "acorn";
import { compileText } from "./compile";
import { reserved } from "./functions";
import { constants } from "./nodes/leaf";

/** Whether a given or part may have this name: one that an expression reads as a name and that means nothing yet.
 *  What every JavaScript object inherits is taken too, since givens and parts are looked up in records. */
export function isFreeName(name: string): boolean {
  if (!/^[A-Za-z]\w*$/.test(name)) return false;
  if (reserved.has(name) || constants.has(name) || name in {}) return false;
  const read = compileText(name, { line: 1, column: 1 }, { names: [name] });
  return "expr" in read && read.expr.names.includes(name);
}

/** What to call a given or part that cannot be named so: a name that is free, not taken, and can stand in braces. */
export function freeNameFor(name: string, taken: readonly string[]): string {
  const letters = name.replace(/[^A-Za-z0-9_]+/g, "_").replace(/^[^A-Za-z]+|_+$/g, "");
  const stem = letters === "" ? "x" : letters;
  const isFree = (one: string) =>
    isFreeName(one) && !isWordOfJavaScript(one) && !taken.includes(one);
  let tried = stem;
  for (let n = 1; !isFree(tried); n++) tried = `${stem}${n}`;
  return tried;
}

/** Whether a word means something in JavaScript's syntax, so that in braces it is no name: "var", "let". */
export function isWordOfJavaScript(word: string): boolean {
  try {
    const { type } = parseExpressionAt(word, 0, { ecmaVersion: 2022, sourceType: "module" });
    return type !== "Identifier";
  } catch {
    return true;
  }
}
