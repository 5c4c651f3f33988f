import type { MdxJsxAttribute } from "mdast-util-mdx-jsx";
import type { Position } from "@/lib/exercise";
import { type Expr, suggest } from "@/lib/exercise/language";
import { type Braces, type Checker, startOf } from "./checker";
import type { Attribute } from "./lesson";
import type { Element } from "./unravel";

/** Attributes as written: braces are not compiled yet, since what is in scope depends on the element. */
export type RawAttributes = ReadonlyMap<string, RawAttribute>;

export interface RawAttribute {
  readonly value: string | true | Braces;
  readonly at: Position;
}

/** An element's attributes by name; reports spreads and names given twice. */
export function rawAttributes(element: Element, checker: Checker): RawAttributes {
  const attributes = new Map<string, RawAttribute>();
  for (const attribute of element.attributes) {
    const at = attribute.position ? startOf(attribute) : startOf(element);
    if (attribute.type === "mdxJsxExpressionAttribute") {
      checker.report(at, "attributes can’t be spread here", 'Write each by itself: name="…".');
    } else if (attributes.has(attribute.name)) {
      const message = `${attribute.name} is given twice on <${element.name}>`;
      checker.report(at, message, "Leave one of them out.");
    } else {
      attributes.set(attribute.name, { value: writtenValue(attribute), at });
    }
  }
  return attributes;
}

function writtenValue({ value }: MdxJsxAttribute): string | true | Braces {
  if (value === null || value === undefined) return true;
  return typeof value === "string" ? value : (value as Braces);
}

/** Attributes with every expression compiled over these names. One that could not be compiled is there all the same,
 *  so that nobody reports it as missing; after its issue it never runs. */
export function checkedAttributes(
  raw: RawAttributes,
  names: Iterable<string>,
  checker: Checker,
): Map<string, Attribute> {
  const checked = new Map<string, Attribute>();
  for (const [name, { value, at }] of raw) {
    const done = typeof value === "object" ? checker.expression(value, names, at) : value;
    checked.set(name, { value: done ?? unreadable(at), at });
  }
  return checked;
}

const unreadable = (at: Position): Expr => ({
  at,
  source: "",
  names: [],
  draws: false,
  node: { type: "Literal", value: 0 },
  lay: unread,
  run: unread,
});

function unread(): never {
  throw new Error("an expression with issues must not run");
}

/** Reports attributes that an element does not have, and those it needs and has not. */
export function checkNames(
  element: Element,
  raw: RawAttributes,
  { required, optional = [] }: { required: readonly string[]; optional?: readonly string[] },
  checker: Checker,
): void {
  const known = [...required, ...optional];
  for (const [name, { at }] of raw) {
    if (known.includes(name)) continue;
    const meant = suggest(
      name,
      known.filter((one) => !raw.has(one)),
    );
    const mend = meant ? `Did you mean ${meant}?` : `Leave it out: it has ${inWords(known)}.`;
    checker.report(at, `<${element.name}> has no attribute ${name}`, mend);
  }
  for (const name of required) {
    if (raw.has(name)) continue;
    const mend = `Write <${element.name} ${name}=… >.`;
    checker.report(startOf(element), `<${element.name}> needs ${name}`, mend);
  }
}

const inWords = (names: readonly string[]) =>
  names.length === 0 ? "none" : names.join(", ").replace(/, ([^,]*)$/, " and $1");

/** An attribute that must be plain text; "" when it is missing, or after an issue. */
export function textOf(raw: RawAttributes, name: string, checker: Checker): string {
  const attribute = raw.get(name);
  if (!attribute) return "";
  if (typeof attribute.value === "string") return attribute.value.trim();
  checker.report(attribute.at, `${name} must be text`, `Write ${name}="…".`);
  return "";
}

/** Whether a bare name is there: `retired`. */
export function flagOf(raw: RawAttributes, name: string, checker: Checker): boolean {
  const attribute = raw.get(name);
  if (!attribute) return false;
  if (attribute.value === true) return true;
  checker.report(attribute.at, `${name} has no value`, `Write ${name} by itself, or leave it out.`);
  return false;
}

/** A number that is the same in every variant, within its bounds. */
export function constantOf(
  raw: RawAttributes,
  name: string,
  { least, most, standard }: { least: number; most: number; standard: number },
  checker: Checker,
): number {
  const given = raw.get(name);
  if (!given) return standard;
  const value =
    typeof given.value === "object"
      ? checker.expression(given.value, [], given.at)?.constant
      : Number(given.value);
  if (typeof value === "number" && value >= least && value <= most) return value;
  const bounds = least > 0 ? "a number above 0" : `a number from ${least} to ${most}`;
  const isPercent = most === 1 && typeof value === "number" && value > 1 && value <= 100;
  const mend = isPercent
    ? `Write a share such as ${name}={${value / 100}}.`
    : `Write ${name}={${standard}}.`;
  checker.report(given.at, `${name} must be ${bounds}`, mend);
  return standard;
}

/** The bounds of what help costs: a share. */
export const costs = { least: 0, most: 1, standard: 0 };
