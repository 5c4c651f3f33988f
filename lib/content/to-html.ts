import type { RootContent as HastContent, Root as HastRoot } from "hast";
import { toHtml } from "hast-util-to-html";
import { LRUCache } from "lru-cache";
import type { Nodes, Root, RootContent, Text } from "mdast";
import type { InlineMath, Math as MathBlock } from "mdast-util-math";
import type { MdxFlowExpression, MdxTextExpression } from "mdast-util-mdx-expression";
import { type Handler, toHast } from "mdast-util-to-hast";
import { evaluate, type Scope } from "@/lib/exercise/language";
import { plainText, valueTex } from "@/lib/exercise/wording";
import { curly } from "@/lib/ui/curly";
import { FormulaError, texToHtml } from "@/lib/ui/maths";
import { holdTogether } from "./held-together";
import { excessIn, limits } from "./limits";
import { parseMarkdown } from "./markdown";
import { isSafeUrl } from "./safe-url";
import { filledTex } from "./tex";

const noNames: Scope = new Map();

/** Markdown blocks as HTML, with these values in their formulas and braces. Throws LanguageError where a value
 *  cannot be had. Addresses that could run a script are left out. */
export function blocksToHtml(nodes: readonly RootContent[], scope: Scope = noNames): string {
  const root: Root = { type: "root", children: nodes as RootContent[] };
  const tree = toHast(root, { handlers: handlersFor(scope), clobberPrefix: "" });
  settleUrls(tree as HastRoot);
  holdTogether(tree as HastRoot);
  return toHtml(tree, { allowDangerousHtml: true });
}

const rendered = new LRUCache<string, string>({ max: 5_000 });

/** Markdown with TeX (a label, an option, feedback) as HTML. One paragraph comes without its `<p>`. Texts asked for
 *  again are remembered. */
export function markdownToHtml(text: string): string {
  const known = rendered.get(text);
  if (known !== undefined) return known;
  // Content is checked before; whatever else comes here holds nobody up.
  if (excessIn(text)) return escaped(text);
  const { children } = parseMarkdown(text);
  const html = blocksToHtml(children);
  const alone = children.length === 1 && children[0]?.type === "paragraph";
  const shown = alone ? html.slice("<p>".length, -"</p>".length) : html;
  rendered.set(text, shown);
  return shown;
}

function handlersFor(scope: Scope): Record<string, Handler> {
  return {
    text: (_, node: Text, parent: Nodes | undefined) => curled(node, parent),
    math: (_, node: MathBlock) => raw(displayed(node, scope)),
    inlineMath: (_, node: InlineMath) => raw(maths(texOf(node, scope), false)),
    mdxFlowExpression: (_, node: MdxFlowExpression) =>
      node.data?.expr ? raw(`<p>${inBraces(node, scope)}</p>`) : undefined,
    mdxTextExpression: (_, node: MdxTextExpression) => raw(inBraces(node, scope)),
  };
}

/** Text with curly quotes. What stands before it among its neighbours is no space, since a space would be text too. */
function curled(node: Text, parent: Nodes | undefined) {
  const first = !parent || !("children" in parent) || parent.children[0] === node;
  const value = node.value.replace(/[ \t]*(\r?\n)[ \t]*/g, "$1");
  return { type: "text" as const, value: curly(value, first ? "" : "x") };
}

/** HTML of our own making, which hast-util-to-html copies as it stands. */
const raw = (value: string) =>
  ({ type: "raw", value }) as unknown as HastContent & { type: "text" };

/** A formula that stands apart, in a box that scrolls where it is too wide. */
const displayed = (node: MathBlock, scope: Scope) =>
  `<div class="maths">${maths(texOf(node, scope), true)}</div>`;

const texOf = (node: MathBlock | InlineMath, scope: Scope) =>
  filledTex(node.value, node.data?.values ?? [], scope);

function maths(tex: string, display: boolean): string {
  // Content is checked before; a text that was not, such as a glossary's, holds nobody up.
  if (tex.length > limits.filled) return `<code>${escaped(tex)}</code>`;
  try {
    return texToHtml(tex, { display });
  } catch (error) {
    // Content is checked before; a formula that is none comes from a text that was not, and shows as it stands.
    if (error instanceof FormulaError || error instanceof RangeError)
      return `<code>${escaped(tex)}</code>`;
    throw error;
  }
}

/** A value in prose: numbers and words as text, tensors as maths. */
function inBraces(node: MdxFlowExpression | MdxTextExpression, scope: Scope): string {
  const expr = node.data?.expr;
  if (!expr) return "";
  const value = evaluate(expr, scope);
  const text = plainText(value);
  return text === undefined ? texToHtml(valueTex(expr, value), { display: false }) : escaped(text);
}

/** Plain text as HTML. */
export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Leaves out what could run a script; has pictures loaded when they come near, and data saved under its own name. */
function settleUrls(tree: HastRoot | HastContent): void {
  if (tree.type === "element") {
    const { properties } = tree;
    for (const name of ["href", "src"]) {
      const url = properties[name];
      if (typeof url === "string" && !isSafeUrl(url)) delete properties[name];
    }
    if (tree.tagName === "img") properties.loading = "lazy";
    const data = /^(\/files\/[^#]*)#(.*)$/.exec(String(properties.href ?? ""));
    if (data) Object.assign(properties, { href: data[1], download: data[2] });
  }
  if ("children" in tree) for (const child of tree.children) settleUrls(child);
}
