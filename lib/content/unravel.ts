import type { Parent, Root, RootContent } from "mdast";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx";

export type Element = MdxJsxFlowElement | MdxJsxTextElement;

export const isElement = (node: { type: string }): node is Element =>
  node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";

/** MDX reads `<Option>a</Option>` alone on a line as a paragraph that holds it; here such paragraphs give way to
 *  the elements and expressions they hold. */
export function unravel(root: Root): Root {
  lift(root);
  return root;
}

function lift(parent: Parent): void {
  parent.children = parent.children.flatMap((child) => {
    if ("children" in child) lift(child as Parent);
    if (child.type !== "paragraph" || !child.children.every(standsAlone)) return [child];
    const elements = child.children.filter(isElement);
    if (elements.length === 0) return [child];
    return elements.map((element) => ({ ...element, type: "mdxJsxFlowElement" }) as RootContent);
  });
}

function standsAlone(node: { type: string; value?: string }): boolean {
  return isElement(node) || (node.type === "text" && node.value?.trim() === "");
}
