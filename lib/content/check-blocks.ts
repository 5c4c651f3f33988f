import type { Node, RootContent } from "mdast";
import type { InlineMath, Math as MathBlock } from "mdast-util-math";
import type { MdxFlowExpression, MdxTextExpression } from "mdast-util-mdx-expression";
import { suggest } from "@/lib/exercise/language";
import { checkedAttributes, checkNames, rawAttributes } from "./attributes";
import { type Checker, startOf } from "./checker";
import { type ComponentSpec, componentSpecs, specOf } from "./components/specs";
import type { Attribute } from "./lesson";
import { checkTex } from "./tex";
import { type Element, isElement } from "./unravel";

/** What an element may be at this place, beside the components that may stand anywhere. */
export interface Place {
  readonly names: readonly string[];
  /** Elements that somebody else has checked already. */
  readonly known: ReadonlySet<string>;
}

/** Checks running content: compiles what stands in braces and in `\val{…}`, and leaves it on the nodes for
 *  rendering; reports everything that has no place in a lesson. */
export function checkBlocks(nodes: readonly RootContent[], place: Place, checker: Checker): void {
  for (const node of nodes) checkNode(node, place, checker);
}

type Check = (node: never, place: Place, checker: Checker) => void;

const checks: Readonly<Record<string, Check>> = {
  math: checkMath,
  inlineMath: checkMath,
  mdxFlowExpression: checkBraces,
  mdxTextExpression: checkBraces,
  mdxjsEsm: (node: Node, _: Place, checker: Checker) =>
    checker.report(
      startOf(node),
      "import and export are not part of a lesson",
      "Leave the line out: components need no import.",
    ),
  link: checkUrl,
  image: checkUrl,
  definition: checkUrl,
};

function checkNode(node: RootContent, place: Place, checker: Checker) {
  if (isElement(node)) return checkElement(node, place, checker);
  checks[node.type]?.(node as never, place, checker);
  if (!("children" in node)) return;
  for (const child of node.children) {
    if (!isElement(child)) checkNode(child, place, checker);
    else reportStray(child, checker);
  }
}

function reportStray(element: Element, checker: Checker): void {
  const name = element.name ?? "";
  const known = specOf(name) !== undefined;
  checker.report(
    startOf(element),
    known ? `<${name}> stands inside running text` : `<${name}> is nothing that can stand in text`,
    known ? "Put it on a line of its own, with an empty line before and after." : mendTag(name),
  );
}

function mendTag(name: string): string {
  const meant = suggest(name, Object.keys(componentSpecs));
  return meant
    ? `Did you mean <${meant}>?`
    : "Raw HTML is not read: use Markdown, or write \\< for a < that means itself.";
}

function checkMath(node: InlineMath | MathBlock, { names }: Place, checker: Checker): void {
  const tex = { text: node.value, at: startOf(node), display: node.type === "math" };
  node.data = { ...node.data, values: checkTex(tex, names, checker) } as typeof node.data;
}

function checkBraces(
  node: MdxFlowExpression | MdxTextExpression,
  { names }: Place,
  checker: Checker,
) {
  if (/^\s*\/\*[\s\S]*\*\/\s*$/.test(node.value)) return;
  const expr = checker.expression(node, names, startOf(node));
  node.data = { ...node.data, expr } as typeof node.data;
}

/** Addresses that lead out of the page and run nothing. */
export const isSafeUrl = (url: string): boolean =>
  /^(https?:\/\/|mailto:|#|\/(?!\/)|\.{0,2}\/)/i.test(url) || /^[\w-]+(\/|$)/.test(url);

function checkUrl(node: Node & { url: string }, _: Place, checker: Checker): void {
  if (isSafeUrl(node.url)) return;
  const message = `"${node.url.slice(0, 60)}" is not an address a lesson may lead to`;
  checker.report(startOf(node), message, "Use an https: address, or a path of this site.");
}

function checkElement(element: Element, place: Place, checker: Checker) {
  const name = element.name ?? "";
  if (place.known.has(name)) return;
  const spec = specOf(name);
  if (!spec) {
    const message =
      name === "" ? "<> … </> has no meaning here" : `there is no component <${name}>`;
    return checker.report(startOf(element), message, mendTag(name));
  }
  if (spec.inside) {
    const mend = `Put it inside <${spec.inside}>.`;
    return checker.report(startOf(element), `<${name}> stands alone`, mend);
  }
  checkComponent(element, spec, place, checker);
}

function checkComponent(
  element: Element,
  spec: ComponentSpec,
  place: Place,
  checker: Checker,
): void {
  const raw = rawAttributes(element, checker);
  const names = Object.keys(spec.attributes);
  const required = names.filter((name) => spec.attributes[name]?.required);
  const optional = names.filter((name) => !spec.attributes[name]?.required);
  checkNames(element, raw, { required, optional }, checker);
  const attributes = checkedAttributes(raw, place.names, checker);
  for (const [name, attribute] of attributes) checkAttribute(name, attribute, spec, checker);
  element.data = { ...element.data, attributes } as typeof element.data;
  checkChildren(element, spec, place, checker);
}

function checkAttribute(
  name: string,
  { value, at }: Attribute,
  spec: ComponentSpec,
  checker: Checker,
) {
  const wanted = spec.attributes[name];
  if (!wanted) return;
  if (wanted.type === "value") {
    if (typeof value !== "object") {
      checker.report(at, `${name} must be an expression`, `Write ${name}={…}.`);
    }
  } else if (typeof value !== "string") {
    checker.report(at, `${name} must be text`, `Write ${name}="…".`);
  } else if (wanted.type === "word" && !wanted.words.includes(value)) {
    const mend = `It may be ${wanted.words.join(", ").replace(/, ([^,]*)$/, " or $1")}.`;
    checker.report(at, `${name} cannot be "${value}"`, mend);
  }
}

function checkChildren(element: Element, spec: ComponentSpec, place: Place, checker: Checker) {
  const children = element.children as RootContent[];
  const [first] = children;
  if (spec.children === "none") {
    if (first) {
      checker.report(
        startOf(first),
        `nothing stands inside <${element.name}>`,
        "Close it at once with />.",
      );
    }
    return;
  }
  if (spec.children === "blocks") return checkBlocks(children, place, checker);
  for (const child of children) {
    const name = isElement(child) ? (child.name ?? "") : "";
    const childSpec = spec.children.includes(name) ? specOf(name) : undefined;
    if (childSpec && isElement(child)) checkComponent(child, childSpec, place, checker);
    else {
      const mend = `Put it into a <${spec.children[0]}>.`;
      checker.report(startOf(child), `this cannot stand directly inside <${element.name}>`, mend);
    }
  }
}
