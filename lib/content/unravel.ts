import type { Parent, PhrasingContent, Root, RootContent } from "mdast";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx";

export type Element = MdxJsxFlowElement | MdxJsxTextElement;

export const isElement = (node: { type: string }): node is Element =>
  node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";

/** MDX reads `<Option>a</Option>` alone on a line as a paragraph that holds it; here such paragraphs give way to
 *  the elements they hold, and the text directly inside those becomes a paragraph of its own. */
export function unravel(root: Root): Root {
  lift(root);
  return root;
}

function lift(parent: Parent): void {
  parent.children = parent.children.flatMap((child) => {
    if (child.type === "paragraph" && child.children.every(standsAlone)) {
      const elements = child.children.filter((one): one is MdxJsxTextElement => isElement(one));
      if (elements.length > 0) return elements.map(asFlow);
    }
    if ("children" in child) lift(child as Parent);
    return [child];
  });
}

function asFlow(element: Element): RootContent {
  const { children } = element;
  const only = children.filter(isElement);
  const inside =
    only.length > 0 && children.every(standsAlone) ? only.map(asFlow) : paragraphOf(element);
  return { ...element, type: "mdxJsxFlowElement", children: inside } as RootContent;
}

function paragraphOf({ children }: Element): RootContent[] {
  const [first] = children;
  const last = children.at(-1);
  if (!first || !last) return [];
  const start = first.position?.start;
  const end = last.position?.end;
  const position = start && end ? { start, end } : undefined;
  return [{ type: "paragraph", children: children as PhrasingContent[], position }];
}

function standsAlone(node: { type: string; value?: string }): boolean {
  return isElement(node) || (node.type === "text" && node.value?.trim() === "");
}
