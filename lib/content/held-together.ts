import type { Element, Root, RootContent } from "hast";

type Parent = Root | Element;
type Raw = { readonly type: "raw"; readonly value: string };

/** What stands right behind a formula belongs to it: a comma, "-th", a bracket. Longer words may go to the next line. */
const behind = /^[^\s\u00a0]{1,12}(?=\s|$)|^[,.;:!?)\]”’%…]+/;
const opening = /[([“‘]+$/;

/** Keeps a formula in running text on one line with the punctuation around it, all through a tree: they go into a span of
 *  the class `held`. The tree is changed. */
export function holdTogether(parent: Parent): void {
  const { children } = parent;
  for (let i = 0; i < children.length; i++) {
    const child = children[i]!;
    if (isFormula(child)) hold(children, i);
    else if (child.type === "element") holdTogether(child);
  }
}

function hold(children: RootContent[], at: number): void {
  const [before, formula, after] = [children[at - 1], children[at]!, children[at + 1]];
  const opens = before?.type === "text" ? (opening.exec(before.value)?.[0] ?? "") : "";
  const follows = after?.type === "text" ? (behind.exec(after.value)?.[0] ?? "") : "";
  if (!opens && !follows) return;
  if (before?.type === "text")
    before.value = before.value.slice(0, before.value.length - opens.length);
  if (after?.type === "text") after.value = after.value.slice(follows.length);
  children[at] = {
    type: "element",
    tagName: "span",
    properties: { className: ["held"] },
    children: [text(opens), formula as Element, text(follows)].filter(
      (child) => child.type !== "text" || child.value !== "",
    ),
  };
}

const text = (value: string) => ({ type: "text" as const, value });

const isFormula = (node: RootContent): boolean =>
  (node as unknown as Raw).type === "raw" &&
  (node as unknown as Raw).value.startsWith('<span class="katex">');
