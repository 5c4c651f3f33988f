import type { Program } from "estree";
import type { Image, Link, Node, RootContent, Text } from "mdast";
import type { InlineMath, Math as MathBlock } from "mdast-util-math";
import type { MdxFlowExpression, MdxTextExpression } from "mdast-util-mdx-expression";
import type { Position } from "@/lib/exercise";
import { type Checker, startOf } from "./checker";
import { homeOf, specOf } from "./components/specs";
import { fileNamed } from "./files-beside";
import { meantElement, noElement } from "./meant-element";
import { isSafeUrl } from "./safe-url";
import { checkTex } from "./tex";
import { type Element, isElement } from "./unravel";

/** Checks a node of running text, and all inside it: compiles what stands in braces and in `\val{…}`, and leaves it on
 *  the nodes for rendering; reports everything that has no place there, every element among it. */
export function checkText(node: RootContent, names: Names, checker: Checker): void {
  if (isElement(node)) {
    reportStray(node, checker);
    return;
  }
  checks[node.type]?.(node as never, names, checker);
  if (!("children" in node)) return;
  for (const child of node.children) checkText(child, names, checker);
}

type Names = readonly string[];

type Check = (node: never, names: Names, checker: Checker) => void;

const refused = (message: string, mend: string) => (node: Node, _: Names, checker: Checker) =>
  checker.report(startOf(node), message, mend);

const noFootnotes = refused(
  "footnotes are not part of a lesson",
  "Say it in the text, or in a <Callout>.",
);

const checks: Readonly<Record<string, Check>> = {
  math: checkMath,
  inlineMath: checkMath,
  text: checkPlain,
  mdxFlowExpression: checkBraces,
  mdxTextExpression: checkBraces,
  mdxjsEsm: refused(
    "import and export are not part of a lesson",
    "Leave the line out: components need no import.",
  ),
  html: refused("raw HTML is not read", "Use Markdown, or write \\< for a < that means itself."),
  footnoteReference: noFootnotes,
  footnoteDefinition: noFootnotes,
  link: checkLink,
  image: checkImage,
};

const ownLine = "a line of its own, with an empty line before and after.";

function reportStray(element: Element, checker: Checker): void {
  const name = element.name ?? "";
  const home = homeOf(name);
  const known = home !== undefined || specOf(name) !== undefined;
  const meant = meantElement(name);
  const unknown = meant ? `Did you mean <${meant}>?` : noElement(name);
  checker.report(
    startOf(element),
    known ? `<${name}> is inside running text` : `<${name}> can’t be used in text`,
    known ? `${home?.replace(/\.$/, ", on") ?? "Put it on"} ${ownLine}` : unknown,
  );
}

function checkMath(node: InlineMath | MathBlock, names: Names, checker: Checker): void {
  if (node.type === "math" && !checker.isStored) checkClosed(node, checker);
  const tex = { text: node.value, at: startOf(node), display: node.type === "math" };
  node.data = { ...node.data, values: checkTex(tex, names, checker) } as typeof node.data;
}

/** The first $ of a text that is not written \$: one that belonged to a formula would not be text. */
function loneDollar({ value, position }: Text, source: string): Position | undefined {
  if (!value.includes("$") || !position) return undefined;
  const { start, end } = position;
  const written = source.slice(start.offset, end.offset);
  const index = written.search(/(?<!\\)(?:\\\\)*\$/);
  if (index < 0) return undefined;
  const before = written.slice(0, written.indexOf("$", index)).split("\n");
  const last = before.at(-1)?.length ?? 0;
  if (before.length === 1) return { line: start.line, column: start.column + last };
  return { line: start.line + before.length - 1, column: last + 1 };
}

/** Whether what stands in braces is a comment. */
export const isComment = (text: string) => /^\s*\/\*[\s\S]*\*\/\s*$/.test(text);

/** A displayed formula that nothing closes goes on to the end of the text. */
function checkClosed(node: MathBlock, checker: Checker): void {
  const { start, end } = node.position ?? {};
  const written = checker.source.slice(start?.offset, end?.offset);
  if (!written.startsWith("$$") || /\n[ \t>]*\${2,}\s*$/.test(written)) return;
  const mend = "Close it with $$ on a line of its own.";
  checker.report(startOf(node), "this formula is not closed", mend);
}

/** A \val outside TeX would stand there as text, and so would a $ without its other. */
function checkPlain(node: Text, _: Names, checker: Checker): void {
  if (checker.isStored) return;
  const lone = loneDollar(node, checker.source);
  if (lone) {
    const mend = "Close the formula with another $, or write \\$ for one that means itself.";
    checker.report(lone, "this $ opens a formula that’s never closed", mend);
    return;
  }
  if (!/\\val\s*$/.test(node.value)) return;
  const mend = "Write {…} alone, or put it between $ signs.";
  checker.report(startOf(node), "\\val stands outside a formula", mend);
}

function checkBraces(node: MdxFlowExpression | MdxTextExpression, names: Names, checker: Checker) {
  if (isComment(node.value)) return;
  const at = startOf(node);
  if (node.data?.estree && isSet(node.data.estree)) {
    const mend = `Write \\{${node.value}\\} for a set; braces alone hold one expression.`;
    checker.report(at, "these braces hold several values", mend);
    return;
  }
  const expr = node.data?.estree
    ? checker.drawnExpression(node, names, at)
    : checker.drawnText(node.value, names, at);
  node.data = { ...node.data, expr } as typeof node.data;
}

/** Whether braces hold what a set does: {1, 2}. */
const isSet = ({ body: [first] }: Program) =>
  first?.type === "ExpressionStatement" && first.expression.type === "SequenceExpression";

function checkLink(node: Link, _: Names, checker: Checker): void {
  const term = /^(?:\.\/)?glossary#(.*)$/.exec(node.url)?.[1];
  if (term !== undefined) checker.known("terms", term, startOf(node));
  if (term !== undefined) return;
  if (fileNamed(node.url) !== undefined) {
    settleFile(node, checker);
    return;
  }
  checker.links.push({ url: node.url, at: startOf(node) });
  if (isSafeUrl(node.url)) return;
  const message = `"${node.url.slice(0, 60)}" isn’t an address a lesson can link to`;
  checker.report(startOf(node), message, "Use an https: address, or a path of this site.");
}

/** Puts the address of a file in place of its name. */
function settleFile(node: Image | Link, checker: Checker): void {
  const named = node.url;
  const address = checker.fileAddress(named, startOf(node), { image: node.type === "image" });
  if (!address) return;
  node.url = address;
  node.data = { ...node.data, named } as typeof node.data;
}

function checkImage(node: Image, _: Names, checker: Checker): void {
  settleFile(node, checker);
  if (node.alt?.trim()) return;
  const mend = "Say what it shows, for those who do not see it: ![what it shows](address).";
  checker.report(startOf(node), "this picture has no description", mend);
}
