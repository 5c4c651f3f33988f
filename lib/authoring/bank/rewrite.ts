import type { MdxJsxFlowElement } from "mdast-util-mdx-jsx";
import { parseMdx } from "@/lib/content/mdx";

/** The attributes of an `<Exercise>` that may be another where it is copied. */
type Attribute = "id" | "skills" | "was" | "retired";

/** An exercise's text with attributes of another text; one that is null is left out, one that is true stands there by its
 *  name alone. Everything else stays as it was written. */
export function withAttributes(
  source: string,
  changes: Readonly<Partial<Record<Attribute, string | true | null>>>,
): string {
  const { attributes } = openingOf(source);
  const known = attributes.flatMap((one) => (one.type === "mdxJsxAttribute" ? [one] : []));
  let text = source;
  // From the last to the first, so that the places of those before hold.
  for (const { name, position } of known.toReversed()) {
    const value = Object.hasOwn(changes, name) ? changes[name as Attribute] : undefined;
    const [start, end] = [position?.start.offset, position?.end.offset];
    if (value === undefined || start === undefined || end === undefined) continue;
    const before = text.slice(0, start);
    text =
      value === null
        ? before.trimEnd() + text.slice(end)
        : `${before}${written(name, value)}${text.slice(end)}`;
  }
  const missing = Object.entries(changes).flatMap(([name, value]) =>
    value && !known.some((one) => one.name === name) ? [` ${written(name, value)}`] : [],
  );
  return text.replace(/^\s*<Exercise/, (tag) => tag + missing.join(""));
}

const written = (name: string, value: string | true) =>
  value === true ? name : `${name}="${value}"`;

/** The text of an attribute of the `<Exercise>`; "" where it has none. */
export function attributeOf(source: string, name: Attribute | "title"): string {
  const { attributes } = openingOf(source);
  const found = attributes.find((one) => "name" in one && one.name === name);
  return typeof found?.value === "string" ? found.value : "";
}

/** Throws for a text that is not one `<Exercise>`: it is asked of checked ones alone. */
function openingOf(source: string): MdxJsxFlowElement {
  const parsed = parseMdx(source);
  const [element] = "root" in parsed ? parsed.root.children : [];
  if (element?.type !== "mdxJsxFlowElement" || element.name !== "Exercise")
    throw new Error("this text is not one <Exercise>");
  return element;
}

const links = /\[([^\]]*)\]\(glossary#([a-z0-9-]+)\)/g;
const unfolded = /<Prerequisite\s+of="([a-z0-9-]+)"\s*\/>[ \t]*\n?/g;

/** The ids of the glossary's words that a text leads to or unfolds. */
export const termsIn = (source: string): string[] => [
  ...new Set([
    ...[...source.matchAll(links)].map(([, , id]) => id!),
    ...[...source.matchAll(unfolded)].map(([, id]) => id!),
  ]),
];

/** A text without the way to these words of the glossary: a link leaves its own words, and nothing is unfolded. */
export const withoutTerms = (source: string, terms: readonly string[]): string =>
  source
    .replace(links, (whole, words: string, id: string) => (terms.includes(id) ? words : whole))
    .replace(unfolded, (whole, id: string) => (terms.includes(id) ? "" : whole));
