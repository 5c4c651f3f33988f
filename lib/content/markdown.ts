import type { Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import { unified } from "unified";

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkMath)
  .freeze();

/** The tree of Markdown with TeX that is no MDX: a label, an option, feedback. */
export const parseMarkdown = (text: string): Root => processor.parse(text);
