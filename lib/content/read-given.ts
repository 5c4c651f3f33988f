import type { Given } from "@/lib/exercise";
import { freeNameFor, isFreeName } from "@/lib/exercise/language";
import { checkNames, rawAttributes, textOf } from "./attributes";
import { type Checker, startOf } from "./checker";
import type { Element } from "./unravel";

/** A `<Given>`, which may use the names of givens and have none that is taken; undefined after an issue. */
export function readGiven(
  element: Element,
  { givens, taken }: { givens: readonly string[]; taken: readonly string[] },
  checker: Checker,
): Given | undefined {
  const raw = rawAttributes(element, checker);
  checkNames(element, raw, { required: ["name", "value"] }, checker);
  const name = textOf(raw, "name", checker);
  const value = raw.get("value");
  if (raw.has("name")) checkName(name, taken, raw.get("name")?.at ?? startOf(element), checker);
  if (!value) return undefined;
  if (typeof value.value !== "object") {
    checker.report(value.at, "value must be an expression", "Write value={…}.");
    return undefined;
  }
  const expr = checker.expression(value.value, givens, value.at);
  return expr && name !== "" ? { name, expr, at: startOf(element) } : undefined;
}

/** The name that an element gives, when it can be one. It is in scope also where its value could not be read, so
 *  that one mistake is not told again wherever the name is used. */
export function givenName(element: Element): string[] {
  const name = element.attributes.find((a) => a.type === "mdxJsxAttribute" && a.name === "name");
  return typeof name?.value === "string" && isFreeName(name.value) ? [name.value] : [];
}

/** Reports a name that is no name, means something already, or is taken. */
export function checkName(
  name: string,
  taken: readonly string[],
  at: Given["at"],
  checker: Checker,
): void {
  if (taken.includes(name)) {
    const mend = `Give each given and part a name of its own: ${freeNameFor(name, taken)}, say.`;
    checker.report(at, `the name ${name} is taken`, mend);
  } else if (!isFreeName(name)) {
    const mend = `Use a letter, then letters, digits or _, and no word of the language or of JavaScript: ${freeNameFor(name, taken)}, say.`;
    checker.report(at, `"${name}" cannot be a name`, mend);
  }
}
