import type { Root } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Issue } from "@/lib/exercise";
import { unravel } from "./unravel";

const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkMath)
  .use(remarkMdx)
  .freeze();

interface SyntaxMessage extends Error {
  readonly reason: string;
  readonly line?: number;
  readonly column?: number;
}

/** The tree of an MDX text, elements that stand alone on their line lifted out of paragraphs; or the issue at
 *  which it stops being MDX. */
export function parseMdx(source: string): { root: Root } | { issues: Issue[] } {
  try {
    return { root: unravel(processor.parse(source)) };
  } catch (error) {
    if (!(error instanceof Error && "reason" in error)) throw error;
    const { reason, line = 1, column = 1 } = error as SyntaxMessage;
    return { issues: [{ line, column, message: plain(reason), mend: mendOf(reason) }] };
  }
}

function plain(reason: string): string {
  const short = reason.split(/; expected|, expected|\(note:/)[0] ?? reason;
  return short.trim().replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}

function mendOf(reason: string): string {
  if (/closing tag|to close|end-tag/i.test(reason)) {
    return "Close every tag: <Name …> … </Name>, or <Name … /> when nothing stands inside it.";
  }
  if (/acorn|expression/i.test(reason)) {
    return "Between { and } stands one expression, such as {2 * x}. A brace that means itself is written \\{.";
  }
  return "Check the tag here. A < that means itself is written \\<, and raw HTML such as <!-- … --> is not read.";
}
