import type { RootContent } from "mdast";
import { suggest } from "@/lib/exercise/language";
import { videoAddress } from "@/lib/ui/video-url";
import { checkedAttributes, checkNames, rawAttributes } from "./attributes";
import { checkBlocks, checkMarkdown, type Speaks } from "./check-blocks";
import { type Checker, startOf } from "./checker";
import {
  type AttributeSpec,
  type ComponentSpec,
  elementNames,
  homeOf,
  specOf,
} from "./components/specs";
import type { Attribute } from "./lesson";
import { type Element, isElement } from "./unravel";

type Names = Exclude<Speaks, "none">;

/** Checks an element where a component may stand, and what is inside it. */
export function checkElement(element: Element, names: Names, checker: Checker) {
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
  if (home) return checker.report(at, `<${name}> cannot stand here`, home);
  const meant = suggest(name, elementNames);
  const message = name === "" ? "<> … </> has no meaning here" : `there is no component <${name}>`;
  const mend = meant
    ? `Did you mean <${meant}>?`
    : "Raw HTML is not read: use Markdown, or write \\< for a < that means itself.";
  checker.report(at, message, mend);
}

function checkComponent(
  element: Element,
  spec: ComponentSpec,
  names: Names,
  checker: Checker,
): void {
  const raw = rawAttributes(element, checker);
  const known = Object.entries(spec.attributes);
  const required = known.flatMap(([name, attribute]) => (attribute.required ? [name] : []));
  const optional = known.flatMap(([name, attribute]) => (attribute.required ? [] : [name]));
  checkNames(element, raw, { required, optional }, checker);
  const attributes = checkedAttributes(raw, names, checker);
  for (const [name, attribute] of attributes) {
    const wanted = spec.attributes[name];
    if (wanted) checkAttribute(name, attribute, wanted, checker);
  }
  checkCompany(element, spec, attributes, checker);
  element.data = { ...element.data, attributes } as typeof element.data;
  checkChildren(element, spec, names, checker);
}

function checkAttribute(
  name: string,
  { value, at }: Attribute,
  wanted: AttributeSpec,
  checker: Checker,
) {
  if (wanted.type === "value") {
    if (typeof value !== "object") {
      checker.report(at, `${name} must be an expression`, `Write ${name}={…}.`);
    } else if (value.draws) checker.reportDrawing(at);
    return;
  }
  if (typeof value !== "string" || (wanted.required && value.trim() === "")) {
    return checker.report(at, `${name} must be text`, `Write ${name}="…".`);
  }
  if (wanted.type === "markdown") return checkMarkdown(value, at, checker);
  if (wanted.type === "video") {
    const address = videoAddress(value);
    if (address.status === "embed") return;
    const mend = "Give an https address of a YouTube or Vimeo video.";
    return checker.report(at, `no video can be played from "${value.slice(0, 60)}"`, mend);
  }
  if (wanted.type === "word" && !wanted.words.includes(value)) {
    const mend = `It may be ${wanted.words.join(", ").replace(/, ([^,]*)$/, " or $1")}.`;
    checker.report(at, `${name} cannot be "${value}"`, mend);
  }
}

/** Attributes that go with a word of another attribute alone. Where that word is none, it has been told already. */
function checkCompany(
  element: Element,
  spec: ComponentSpec,
  attributes: ReadonlyMap<string, Attribute>,
  checker: Checker,
) {
  for (const [name, wanted] of Object.entries(spec.attributes)) {
    if (wanted.type !== "value" || !wanted.only) continue;
    const { attribute, word, needed } = wanted.only;
    const said = attributes.get(attribute)?.value;
    if (typeof said !== "string" || !isWordOf(spec, attribute, said)) continue;
    const goes = said === word;
    const given = attributes.get(name);
    const tag = `<${element.name} ${attribute}="${word}">`;
    if (given && !goes) {
      checker.report(given.at, `${name} goes with ${tag} alone`, "Leave it out here.");
    } else if (!given && goes && needed) {
      const mend = `Write <${element.name} ${attribute}="${word}" ${name}={…} />.`;
      checker.report(startOf(element), `${tag} needs ${name}`, mend);
    }
  }
}

function isWordOf({ attributes }: ComponentSpec, name: string, word: string): boolean {
  const spec = attributes[name];
  return spec?.type === "word" && spec.words.includes(word);
}

function checkChildren(
  element: Element,
  { children: allowed }: ComponentSpec,
  names: Names,
  checker: Checker,
) {
  const children = element.children as RootContent[];
  if (allowed === "blocks") return checkBlocks(children, names, checker);
  if (allowed === "none") {
    const [first] = children;
    const message = `nothing stands inside <${element.name}>`;
    if (first) checker.report(startOf(first), message, "Close it at once with />.");
    return;
  }
  for (const child of children) {
    const name = isElement(child) ? (child.name ?? "") : "";
    const spec = allowed.includes(name) ? specOf(name) : undefined;
    if (spec && isElement(child)) checkComponent(child, spec, names, checker);
    else {
      const mend = `Put it into a <${allowed[0]}>.`;
      checker.report(startOf(child), `this cannot stand directly inside <${element.name}>`, mend);
    }
  }
}
