import type { Part } from "@/lib/exercise";
import { kinds } from "@/lib/exercise/kinds";
import type { Kind, PartAttribute, PartChild } from "@/lib/exercise/kinds/kind";
import {
  checkedAttributes,
  constantOf,
  type RawAttributes,
  rawAttributes,
  textOf,
} from "./attributes";
import { type Checker, startOf } from "./checker";
import { checkName } from "./read-given";
import { type Element, isElement } from "./unravel";
import { attributeWording, formulaWording, innerWording } from "./wording";

const byTag = new Map<string, Kind>(Object.values(kinds).map((kind) => [kind.tag, kind]));
/** Attributes of what stands in a part that are Markdown. */
const said: ReadonlySet<string> = new Set(["feedback", "why"]);
const childTags: ReadonlySet<string> = new Set(["Option", "Step", "Distractor"]);
const common = ["name", "label", "points", "follow-through", "may-be-zero"];

/** What a part may speak of: its answer of the givens and parts before it, its texts of the givens alone, since a part is
 *  its answer. */
export interface Speaking {
  readonly givens: readonly string[];
  readonly names: readonly string[];
}

/** The part of an element; undefined after an issue. What all parts have is read here, the rest by its kind. */
export function parsePart(
  element: Element,
  speaking: Speaking,
  checker: Checker,
): Part | undefined {
  const { givens, names } = speaking;
  const kind = byTag.get(element.name ?? "");
  if (!kind) return undefined;
  const before = checker.issues.length;
  const raw = rawAttributes(element, checker);
  const at = startOf(element);
  const name = textOf(raw, "name", checker);
  if (!raw.has("name"))
    checker.report(at, `<${kind.tag}> needs name`, `Write <${kind.tag} name="…">.`);
  else checkName(name, names, raw.get("name")?.at ?? at, checker);
  const label = attributeWording(
    textOf(raw, "label", checker),
    raw.get("label")?.at ?? at,
    givens,
    checker,
  );
  const points = constantOf(raw, "points", { least: 0.001, most: 1000, standard: 1 }, checker);
  const followThrough = constantOf(raw, "follow-through", share, checker);
  const mayBeZero = raw.has("may-be-zero");
  const parsed = kind.parse({
    attributes: checker.inAnswer(() => kindAttributes(raw, kind, names, checker)),
    children: childrenOf(element, kind, speaking, checker),
    at,
  });
  if ("issues" in parsed) checker.add(...parsed.issues);
  if ("issues" in parsed || checker.issues.length > before) return undefined;
  const { settings } = parsed;
  return { name, kind: kind.name, points, followThrough, mayBeZero, label, settings, at };
}

const share = { least: 0, most: 1, standard: 1 };

function kindAttributes(
  raw: RawAttributes,
  { formulas = [], words = [] }: Kind,
  names: readonly string[],
  checker: Checker,
): Map<string, PartAttribute> {
  const own = new Map([...raw].filter(([name]) => !common.includes(name)));
  const attributes: Map<string, PartAttribute> = checkedAttributes(
    own,
    [...names, ...words],
    checker,
  );
  // What is read already has nothing to say to its kind but that it is there.
  for (const [name, { at }] of raw)
    if (common.includes(name)) attributes.set(name, { value: true, at });
  for (const name of formulas) {
    const { value, at } = attributes.get(name) ?? {};
    if (typeof value !== "string" || !at) continue;
    attributes.set(name, { value, at, wording: formulaWording(value.trim(), at, names, checker) });
  }
  return attributes;
}

function childrenOf(
  element: Element,
  { tag, children: tags = [] }: Kind,
  { givens, names }: Speaking,
  checker: Checker,
): PartChild[] {
  const children: PartChild[] = [];
  for (const child of element.children) {
    if (isElement(child) && childTags.has(child.name ?? "")) {
      children.push({
        tag: child.name as PartChild["tag"],
        attributes: childAttributes(rawAttributes(child, checker), { givens, names }, checker),
        text: innerWording(child, givens, checker),
        at: startOf(child),
      });
    } else {
      const inside = tags.map((one) => `<${one}>`).join(" or ");
      const message = `nothing ${tags.length > 0 ? `but ${inside} ` : ""}belongs in <${tag}>`;
      const mend =
        tags.length > 0
          ? `Put it into ${inside}, or before or after the <${tag}>.`
          : `Close <${tag}> with />, and put it before or after.`;
      checker.report(startOf(child), message, mend);
    }
  }
  return children;
}

/** The attributes of an option or a step: what it says of the givens, and what it is right by of all. */
function childAttributes(
  raw: RawAttributes,
  { givens, names }: Speaking,
  checker: Checker,
): Map<string, PartAttribute> {
  const shown = new Map([...raw].filter(([name]) => name === "value"));
  const rest = new Map([...raw].filter(([name]) => name !== "value"));
  const attributes = new Map<string, PartAttribute>([
    ...checkedAttributes(shown, givens, checker),
    ...checker.inAnswer(() => checkedAttributes(rest, names, checker)),
  ]);
  for (const [name, { value, at }] of attributes) {
    if (name === "value" && typeof value === "object" && value.draws) checker.checkShown(value);
    if (!said.has(name) || typeof value !== "string") continue;
    attributes.set(name, { value, at, wording: attributeWording(value, at, givens, checker) });
  }
  return attributes;
}
