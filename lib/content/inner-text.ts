import type { Checker } from "./checker";
import type { Element } from "./unravel";

/** What stands inside an element, as written, its common indentation taken off. */
export function innerText(element: Element, checker: Checker): string {
  const from = element.children[0]?.position?.start.offset;
  const to = element.children.at(-1)?.position?.end.offset;
  if (from === undefined || to === undefined) return "";
  return checker.source.slice(from, to).replace(/\n[ \t]+/g, "\n");
}
