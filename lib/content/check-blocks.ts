import type { RootContent } from "mdast";
import { checkText } from "./check-text";
import { type Checker, startOf } from "./checker";
import { componentAttributes } from "./component-attributes";
import { type ComponentSpec, homeOf, specOf } from "./components/specs";
import { meantElement, noElement } from "./meant-element";
import { type Element, isElement } from "./unravel";

/** Checks running content, block by block: text by itself, a component with what is inside it. It may show the values of
 *  these names. */
export function checkBlocks(
  nodes: readonly RootContent[],
  names: readonly string[],
  checker: Checker,
): void {
  for (const node of nodes) {
    if (isElement(node)) checkElement(node, names, checker);
    else checkText(node, names, checker);
  }
}

/** Checks an element where a component may stand, and what is inside it. */
function checkElement(element: Element, names: readonly string[], checker: Checker) {
  const name = element.name ?? "";
  const at = startOf(element);
  const spec = specOf(name);
  if (!spec) return reportUnknown(element, checker);
  if (spec.inside) {
    return checker.report(at, `<${name}> stands alone`, `Put it inside <${spec.inside}>.`);
  }
  checkComponent(element, spec, names, checker);
}

function reportUnknown(element: Element, checker: Checker) {
  const name = element.name ?? "";
  const at = startOf(element);
  const home = homeOf(name);
  if (home) return checker.report(at, `<${name}> can’t go here`, home);
  const meant = meantElement(name);
  const message = name === "" ? "<> … </> has no meaning here" : `there is no component <${name}>`;
  const mend = meant ? `Did you mean <${meant}>?` : noElement(name);
  checker.report(at, message, mend);
}

function checkComponent(
  element: Element,
  spec: ComponentSpec,
  names: readonly string[],
  checker: Checker,
): void {
  const attributes = componentAttributes(element, spec, names, checker);
  element.data = { ...element.data, attributes } as typeof element.data;
  checkChildren(element, spec, names, checker);
}

function checkChildren(
  element: Element,
  { children: allowed }: ComponentSpec,
  names: readonly string[],
  checker: Checker,
) {
  const children = element.children as RootContent[];
  if (allowed === "blocks") return checkBlocks(children, names, checker);
  if (allowed === "none") {
    const [first] = children;
    const message = `nothing goes inside <${element.name}>`;
    if (first) checker.report(startOf(first), message, "Close it at once with />.");
    return;
  }
  for (const child of children) {
    const name = isElement(child) ? (child.name ?? "") : "";
    const spec = allowed.includes(name) ? specOf(name) : undefined;
    if (spec && isElement(child)) checkComponent(child, spec, names, checker);
    else {
      const mend = `Put it into a <${allowed[0]}>.`;
      checker.report(startOf(child), `this can’t go directly inside <${element.name}>`, mend);
    }
  }
}
