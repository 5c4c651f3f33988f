import type { RootContent } from "mdast";
import { toString as textOfNode } from "mdast-util-to-string";
import { curly } from "@/lib/ui/curly";
import { plainTex } from "./plain-tex";

const between: Readonly<Record<string, string>> = {
  table: "; ",
  tableRow: " · ",
  list: " ",
  listItem: " ",
  blockquote: " ",
};

/** The words of a node, as they are read without its marks: blocks and cells apart, quotes curled but in code, formulas
 *  without TeX. `before` is what stands before it in its block. */
export function wordsOf(node: RootContent, before = ""): string {
  if (node.type === "text") return curly(node.value, before);
  if (node.type === "inlineMath" || node.type === "math") return plainTex(node.value);
  if (!("children" in node)) return textOfNode(node);
  const children = node.children as RootContent[];
  const gap = between[node.type];
  if (gap !== undefined) return children.map((child) => wordsOf(child)).join(gap);
  return children.reduce((words, child) => words + wordsOf(child, before + words), "");
}
