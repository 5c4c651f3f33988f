import { type Formula, some } from "./formula";

/** Whether a formula changes its law somewhere, as relu does at 0: it may differ from another in a small part of the
 *  domain alone. */
export function hasKinks(formula: Formula): boolean {
  return some(formula, (part) => part.is === "called" && /^(relu'?|abs|sign)$/.test(part.fn));
}
