import type { Definition, Nodes, Parent, Root } from "mdast";

/** Makes `[text][name]` the link that `[name]: address` says it is, since a lesson's blocks are checked and rendered
 *  apart from each other. */
export function inlineReferences(root: Root): Root {
  const definitions = new Map<string, Definition>();
  eachNode(root, (node) => {
    if (node.type === "definition" && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, node);
    }
  });
  if (definitions.size > 0) replaceIn(root, definitions);
  return root;
}

function eachNode(node: Nodes, visit: (node: Nodes) => void): void {
  visit(node);
  if ("children" in node) for (const child of node.children) eachNode(child, visit);
}

function replaceIn(parent: Parent, definitions: ReadonlyMap<string, Definition>): void {
  parent.children = parent.children.map((child) => {
    if ("children" in child) replaceIn(child as Parent, definitions);
    if (child.type !== "linkReference" && child.type !== "imageReference") return child;
    const definition = definitions.get(child.identifier);
    if (!definition) return child;
    const { url, title } = definition;
    const { position } = child;
    if (child.type === "linkReference") {
      return { type: "link", url, title, children: child.children, position };
    }
    return { type: "image", url, title, alt: child.alt, position };
  });
}
