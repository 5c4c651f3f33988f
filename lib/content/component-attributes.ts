import { videoAddress } from "@/lib/ui/video-url";
import { checkedAttributes, checkNames, rawAttributes } from "./attributes";
import { type Checker, startOf } from "./checker";
import type { AttributeSpec, ComponentSpec } from "./components/specs";
import type { Attribute } from "./lesson";
import type { Element } from "./unravel";
import { attributeWording } from "./wording";

/** A component's attributes, each compiled and checked against its spec. */
export function componentAttributes(
  element: Element,
  spec: ComponentSpec,
  names: readonly string[],
  checker: Checker,
): ReadonlyMap<string, Attribute> {
  const raw = rawAttributes(element, checker);
  const known = Object.entries(spec.attributes);
  const required = known.flatMap(([name, attribute]) => (attribute.required ? [name] : []));
  const optional = known.flatMap(([name, attribute]) => (attribute.required ? [] : [name]));
  checkNames(element, raw, { required, optional }, checker);
  const attributes = checkedAttributes(raw, names, checker);
  for (const [name, attribute] of attributes) {
    const wanted = spec.attributes[name];
    if (wanted) checkAttribute(name, attribute, wanted, checker);
    const { value, at } = attribute;
    if (wanted?.type !== "markdown" || typeof value !== "string") continue;
    attributes.set(name, { value, at, wording: attributeWording(value, at, names, checker) });
  }
  checkCompany(element, spec, attributes, checker);
  if (spec.either) checkEither(element, spec.either, attributes, checker);
  return attributes;
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
    } else checker.checkShown(value);
    return;
  }
  if (typeof value !== "string" || (wanted.required && value.trim() === "")) {
    return checker.report(at, `${name} must be text`, `Write ${name}="…".`);
  }
  if (wanted.type === "term") return checker.known("terms", value, at);
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

/** Exactly one of some attributes, with none of those that go with another. */
function checkEither(
  element: Element,
  either: Readonly<Record<string, readonly string[]>>,
  attributes: ReadonlyMap<string, Attribute>,
  checker: Checker,
) {
  const known = Object.keys(either);
  const [first, second] = known.filter((name) => attributes.has(name));
  const tag = `<${element.name}>`;
  if (first === undefined) {
    const mend = `Write <${element.name} ${known[0]}={…} />.`;
    return checker.report(startOf(element), `${tag} needs ${known.join(" or ")}`, mend);
  }
  if (second !== undefined) {
    const message = `${tag} has ${first} and ${second}, and can only show one`;
    return checker.report(attributes.get(second)!.at, message, "Leave one of them out.");
  }
  for (const name of known.filter((one) => one !== first).flatMap((one) => either[one] ?? [])) {
    const at = attributes.get(name)?.at;
    if (at) checker.report(at, `${name} does not go with ${first}`, "Leave it out here.");
  }
}

function isWordOf({ attributes }: ComponentSpec, name: string, word: string): boolean {
  const spec = attributes[name];
  return spec?.type === "word" && spec.words.includes(word);
}
