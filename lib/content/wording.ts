import type { Node, Nodes, RootContent } from "mdast";
import { mdxExpressionFromMarkdown } from "mdast-util-mdx-expression";
import { mdxExpression } from "micromark-extension-mdx-expression";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import { type Processor, unified } from "unified";
import type { Position } from "@/lib/exercise";
import type { WordedValue, Wording } from "@/lib/exercise/wording";
import { checkText, isComment } from "./check-text";
import type { Checker } from "./checker";
import { excessIn } from "./limits";
import { placesOf, valueIn } from "./tex";
import type { Element } from "./unravel";

/** Markdown with TeX and values in braces: all of MDX that an attribute may hold. */
const processor = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkMath)
  .use(function braces(this: Processor) {
    const data = this.data();
    data.micromarkExtensions = [...(data.micromarkExtensions ?? []), mdxExpression()];
    data.fromMarkdownExtensions = [
      ...(data.fromMarkdownExtensions ?? []),
      mdxExpressionFromMarkdown(),
    ];
  })
  .freeze();

/** The text inside an element, checked, with the values of these names that stand in it. Elements have no place there. */
export function innerWording(
  element: Element,
  names: readonly string[],
  checker: Checker,
): Wording {
  const nodes = element.children as RootContent[];
  for (const node of nodes) checkText(node, names, checker);
  return piecesOf(nodes, { text: checker.source, shift: 0 });
}

/** The Markdown that an attribute holds, checked, with its values. Its issues stand where the attribute does. In a version
 *  that was stored before, what could not be read now is text, as it was then. */
export function attributeWording(
  text: string,
  at: Position,
  names: readonly string[],
  checker: Checker,
): Wording {
  const found = checker.apart();
  const wording = wordingIn(text, at, names, found);
  if (found.issues.length > 0 && checker.isStored) return [text];
  checker.take(found, at);
  return found.issues.length === 0 ? wording : [text];
}

/** A formula as students type one, with the values that stand in it as `\val{…}`. */
export function formulaWording(
  text: string,
  at: Position,
  names: readonly string[],
  checker: Checker,
): Wording {
  const wording: Wording[number][] = [];
  let done = 0;
  for (const { start, end, inner } of placesOf(text)) {
    const expr = valueIn(inner, at, names, checker);
    if (start > done) wording.push(text.slice(done, start));
    if (expr) wording.push({ expr, inTex: true });
    done = end;
  }
  return done < text.length ? [...wording, text.slice(done)] : wording;
}

function wordingIn(text: string, at: Position, names: readonly string[], found: Checker): Wording {
  const excess = excessIn(text);
  if (excess) found.report(at, excess.message, excess.mend);
  const nodes = excess ? [] : parsed(text, at, found);
  const inSource = found.source.indexOf(text, at.offset);
  const shift = inSource < 0 ? (at.offset ?? 0) : inSource;
  for (const node of nodes) move(node, at, shift);
  for (const node of nodes) checkText(node, names, found);
  return piecesOf(nodes, { text, shift });
}

function parsed(text: string, at: Position, found: Checker): RootContent[] {
  try {
    return processor.parse(text).children;
  } catch (error) {
    if (!(error instanceof Error && "reason" in error)) throw error;
    found.report(
      at,
      "a { is not closed",
      "Close it with }, or write \\{ for one that means itself.",
    );
    return [];
  }
}

/** Puts a node where its attribute stands in the author's file. */
function move(node: Nodes, { line, column }: Position, shift: number): void {
  const placed = ({ offset = 0 }) => ({ line, column, offset: offset + shift });
  if (node.position) {
    node.position = { start: placed(node.position.start), end: placed(node.position.end) };
  }
  if ("children" in node) for (const child of node.children) move(child, { line, column }, shift);
}

/** A text whose first character stands at `shift` by the positions of its nodes. */
interface Source {
  readonly text: string;
  readonly shift: number;
}

interface Piece {
  readonly start: number;
  readonly end: number;
  /** A value, or the address of a file in place of its name; nothing of a comment. */
  readonly value?: WordedValue | string;
}

function piecesOf(nodes: readonly RootContent[], source: Source): Wording {
  const [first, last] = [nodes[0], nodes.at(-1)];
  if (!first || !last) return [];
  const wording: Wording[number][] = [];
  let done = offsetsOf(first, source).start;
  const add = (piece: Wording[number]) => {
    const before = wording.at(-1);
    if (typeof piece === "string" && typeof before === "string")
      wording.splice(-1, 1, before + piece);
    else if (piece !== "") wording.push(piece);
  };
  const addText = (to: number) => add(source.text.slice(done, to).replace(/\n[ \t]+/g, "\n"));
  for (const { start, end, value } of nodes.flatMap((node) => valuesIn(node, source))) {
    addText(start);
    if (value) add(value);
    done = end;
  }
  addText(offsetsOf(last, source).end);
  return trimmed(wording);
}

function valuesIn(node: RootContent, source: Source): Piece[] {
  const { start, end } = offsetsOf(node, source);
  if (node.type === "mdxTextExpression" || node.type === "mdxFlowExpression") {
    const expr = node.data?.expr;
    if (!expr) return isComment(node.value) ? [{ start, end }] : [];
    return [{ start, end, value: { expr, inTex: false } }];
  }
  if (node.type === "math" || node.type === "inlineMath") {
    const places = [...placesOf(source.text.slice(start, end))];
    // The same, in the same order, as in the formula without its signs and indentation.
    return (node.data?.values ?? []).flatMap(({ expr }, i) => {
      const place = places[i];
      if (!place) return [];
      return [{ start: start + place.start, end: start + place.end, value: { expr, inTex: true } }];
    });
  }
  const inside =
    "children" in node
      ? (node.children as RootContent[]).flatMap((child) => valuesIn(child, source))
      : [];
  const { named } = node.data ?? {};
  return named === undefined ? inside : [...inside, ...addressIn(node, named, source)];
}

/** Where a picture or a link names its file: `](cat.png`, behind the text in brackets. */
function addressIn(node: RootContent, named: string, source: Source): Piece[] {
  const { start, end } = offsetsOf(node, source);
  const written = source.text.slice(start, end);
  const brackets = [...written.matchAll(/\]\(\s*<?/g)].map(
    ({ index, 0: { length } }) => index + length,
  );
  const at = brackets.findLast((from) => written.startsWith(named, from));
  if (at === undefined || !("url" in node)) return [];
  return [{ start: start + at, end: start + at + named.length, value: node.url }];
}

function offsetsOf({ position }: Node, { shift }: Source) {
  const { start, end } = position ?? {};
  return { start: (start?.offset ?? shift) - shift, end: (end?.offset ?? shift) - shift };
}

function trimmed(wording: Wording): Wording {
  const last = wording.length - 1;
  return wording.flatMap((piece, i): Wording => {
    if (typeof piece !== "string") return [piece];
    const text = i === 0 ? piece.trimStart() : piece;
    const cut = i === last ? text.trimEnd() : text;
    return cut === "" ? [] : [cut];
  });
}
