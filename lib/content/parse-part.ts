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
import { checkBlocks } from "./check-blocks";
import { checkMarkdown } from "./check-text";
import { type Checker, startOf } from "./checker";
import { innerText } from "./inner-text";
import { checkName } from "./read-given";
import { type Element, isElement } from "./unravel";

const byTag = new Map<string, Kind>(Object.values(kinds).map((kind) => [kind.tag, kind]));
const childTags: ReadonlySet<string> = new Set(["Option", "Step", "Distractor"]);
const common = ["name", "label", "points", "follow-through", "may-be-zero"];

/** The part of an element; undefined after an issue. What all parts have is read here, the rest by its kind. */
export function parsePart(
  element: Element,
  names: readonly string[],
  checker: Checker,
): Part | undefined {
  const kind = byTag.get(element.name ?? "");
  if (!kind) return undefined;
  const before = checker.issues.length;
  const raw = rawAttributes(element, checker);
  const at = startOf(element);
  const name = textOf(raw, "name", checker);
  if (!raw.has("name"))
    checker.report(at, `<${kind.tag}> needs name`, `Write <${kind.tag} name="…">.`);
  else checkName(name, names, raw.get("name")?.at ?? at, checker);
  const label = textOf(raw, "label", checker);
  checkMarkdown(label, raw.get("label")?.at ?? at, checker);
  const points = constantOf(raw, "points", { least: 0.001, most: 1000, standard: 1 }, checker);
  const followThrough = constantOf(raw, "follow-through", share, checker);
  const mayBeZero = raw.has("may-be-zero");
  const parsed = kind.parse({
    attributes: kindAttributes(raw, names, checker),
    children: childrenOf(element, names, checker),
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
  names: readonly string[],
  checker: Checker,
): Map<string, PartAttribute> {
  const own = new Map([...raw].filter(([name]) => !common.includes(name)));
  return checkedAttributes(own, names, checker);
}

function childrenOf(element: Element, names: readonly string[], checker: Checker): PartChild[] {
  const children: PartChild[] = [];
  for (const child of element.children) {
    if (isElement(child) && childTags.has(child.name ?? "")) {
      checkBlocks(child.children, "none", checker);
      const attributes = checkedAttributes(rawAttributes(child, checker), names, checker);
      const feedback = attributes.get("feedback");
      if (typeof feedback?.value === "string") {
        checkMarkdown(feedback.value, feedback.at, checker);
      }
      children.push({
        tag: child.name as PartChild["tag"],
        attributes,
        text: innerText(child, checker).trim(),
        at: startOf(child),
      });
    } else {
      const mend = `Inside <${element.name}> stand <Option>, <Step> or <Distractor>; put text before or after it.`;
      checker.report(startOf(child), "this text belongs to no option or step", mend);
    }
  }
  return children;
}
