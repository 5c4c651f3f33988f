import type { Root, RootContent } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Node } from "unist";
import type { Issue, Position } from "@/lib/exercise";
import { freeNameFor, isWordOfJavaScript } from "@/lib/exercise/language";
import { brokenTag } from "./broken-tag";
import { inlineReferences } from "./inline-references";
import { excessIn } from "./limits";
import { piecesOf } from "./pieces";
import { closeTags, unclosedTag } from "./unclosed-tag";
import { unravel } from "./unravel";

const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkMath)
  .use(remarkMdx)
  .freeze();

/** Deeper than any text is written, and far from where recursion ends. */
const deepest = 60;

interface SyntaxMessage extends Error {
  readonly reason: string;
  readonly line?: number;
  readonly column?: number;
}

export type ParsedMdx = { root: Root } | { issues: Issue[] };

/** The tree of an MDX text, elements that stand alone on their line lifted out of paragraphs and references
 *  made links; or the issue at which it stops being MDX. */
export function parseMdx(source: string): ParsedMdx {
  const excess = excessIn(source);
  if (excess) return { issues: [excess] };
  try {
    return finished(processor.parse(source));
  } catch (error) {
    if (error instanceof RangeError) return { issues: [nested({ line: 1, column: 1 })] };
    if (!(error instanceof Error && "reason" in error)) throw error;
    return { issues: [syntaxIssue(error as SyntaxMessage, source)] };
  }
}

/** The same a piece at a time, so that others are let in between. Where a piece is no MDX, the whole says why. */
export function* parseMdxInPieces(source: string): Generator<void, ParsedMdx, void> {
  const pieces = excessIn(source) ? [source] : piecesOf(source);
  if (pieces.length === 1) return parseMdx(source);
  const children: RootContent[] = [];
  for (const piece of pieces) {
    try {
      children.push(...processor.parse(piece).children);
    } catch {
      return parseMdx(source);
    }
    yield;
  }
  return finished({ type: "root", children });
}

function finished(root: Root): ParsedMdx {
  const deep = firstDeeperThan(deepest, root);
  return deep ? { issues: [nested(deep)] } : { root: unravel(inlineReferences(root)) };
}

const nested = ({ line, column }: Position): Issue => ({
  line,
  column,
  message: "this is nested too deep to be read",
  mend: "Take some lists, quotes or elements out of each other.",
});

/** Where the tree first goes deeper than this; walked with a list, since recursion is what must be saved. */
function firstDeeperThan(limit: number, root: Node): Position | undefined {
  const queue: { node: Node; depth: number }[] = [{ node: root, depth: 0 }];
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { node, depth } = next;
    if (depth > limit) return node.position?.start ?? { line: 1, column: 1 };
    const children = "children" in node ? (node.children as Node[]) : [];
    for (const child of children) queue.push({ node: child, depth: depth + 1 });
  }
  return undefined;
}

function syntaxIssue(
  { reason, line = 1, column = 1, cause }: SyntaxMessage,
  source: string,
): Issue {
  const unclosed =
    brokenTag(source, offsetOf(source, { line, column })) ??
    noTag(reason, { line, column }) ??
    unclosedTag(reason, source);
  if (unclosed) return unclosed;
  const word = /acorn/.test(reason) ? wordAt(source, { line, column }) : "";
  if (word !== "" && isWordOfJavaScript(word)) {
    const message = `${word} is a word of JavaScript, and no name`;
    const mend = `Give what it names another name, ${freeNameFor(word, [])} say, and use that here.`;
    return { line, column, message, mend };
  }
  return { line, column, message: plain(reason, cause), mend: mendOf(reason) };
}

/** The issue of a < that no name comes after. */
function noTag(reason: string, { line, column }: Position): Issue | undefined {
  if (!/before name/.test(reason)) return undefined;
  const at = { line, column: Math.max(1, column - 1) };
  if (/U\+0021/.test(reason)) {
    return { ...at, message: "<!-- is not read here", mend: "Write a note as {/* … */}." };
  }
  const mend =
    "Write an element’s name after it, such as <Numeric, or \\< for a < that means itself.";
  return { ...at, message: "this < begins no element", mend };
}

function offsetOf(source: string, { line, column }: Position): number {
  const before = source.split("\n").slice(0, line - 1);
  return before.reduce((sum, text) => sum + text.length + 1, column - 1);
}

/** The word that a place in a text is in, or that stands before it. */
function wordAt(source: string, { line, column }: Position): string {
  const text = source.split("\n")[line - 1] ?? "";
  const [before, after] = [text.slice(0, column - 1), text.slice(column - 1)];
  const rest = /^\w*/.exec(after)?.[0] ?? "";
  const begun = /[A-Za-z_]\w*$/.exec(rest === "" ? before.trimEnd() : before)?.[0] ?? "";
  return begun + rest;
}

function plain(reason: string, cause: unknown): string {
  if (/acorn/.test(reason)) {
    const why = cause instanceof Error ? cause.message.replace(/ \(\d+:\d+\)$/, "") : "";
    if (/Unexpected content after expression/.test(why)) return "more than one expression is here";
    return `this is not an expression${why ? `: ${why}` : ""}`;
  }
  if (/closing slash/.test(reason)) return "this closing tag has no opening tag before it";
  if (/end of file in expression/.test(reason)) return "a { is not closed";
  const short = reason.split(/; expected|, expected|\(note:/)[0] ?? reason;
  return short.trim().replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}

function mendOf(reason: string): string {
  if (/closing tag|to close|end-tag|closing slash/i.test(reason)) return closeTags;
  if (/acorn|expression/i.test(reason)) {
    return "Put one expression between { and }, such as {2 * x}. Write a literal brace as \\{.";
  }
  return "Check the tag here. A < that means itself is written \\<, and a note {/* … */}.";
}
