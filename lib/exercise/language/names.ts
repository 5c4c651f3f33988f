import { compileText } from "./compile";
import { functions } from "./functions";
import { constants } from "./nodes/leaf";

/** Whether a given or part may have this name: one that an expression reads as a name and that means nothing yet.
 *  What every JavaScript object inherits is taken too, since givens and parts are looked up in records. */
export function isFreeName(name: string): boolean {
  if (!/^[A-Za-z]\w*$/.test(name)) return false;
  if (functions.has(name) || constants.has(name) || name in {}) return false;
  const read = compileText(name, { line: 1, column: 1 }, { names: [name] });
  return "expr" in read && read.expr.names.includes(name);
}
