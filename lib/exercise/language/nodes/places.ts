import type * as estree from "estree";

/** A place that is named for good, as text: "x", "pass.p", "pass.h[2]"; undefined where it must be computed. */
export function placeOf(node: estree.Node): string | undefined {
  if (node.type === "Identifier") return node.name;
  if (node.type !== "MemberExpression") return undefined;
  const object = placeOf(node.object);
  if (object === undefined) return undefined;
  const { property, computed } = node;
  if (!computed) return property.type === "Identifier" ? `${object}.${property.name}` : undefined;
  if (property.type !== "Literal") return undefined;
  if (typeof property.value === "string") return `${object}.${property.value}`;
  return typeof property.value === "number" ? `${object}[${property.value}]` : undefined;
}

/** Every place that an expression reads, each whole: `at(pass.h[2], 1)` reads "pass.h[2]". */
export function placesIn(node: estree.Node): string[] {
  const place = placeOf(node);
  if (place !== undefined) return [place];
  const inner = childrenOf(node).flatMap(placesIn);
  if (node.type !== "ArrowFunctionExpression") return inner;
  const own = node.params.map(placeOf);
  return inner.filter((one) => !own.includes(rootOf(one)));
}

/** The name that a place begins with: "pass" of "pass.h[2]". */
export const rootOf = (place: string): string => /^\w+/.exec(place)?.[0] ?? place;

/** The nodes directly inside a node of the language. The name of a called function is none of them. */
export function childrenOf(node: estree.Node): estree.Node[] {
  switch (node.type) {
    case "ArrayExpression":
      return node.elements.filter((element) => element !== null);
    case "ObjectExpression":
      return node.properties.flatMap((one) => (one.type === "Property" ? [one.value] : []));
    case "MemberExpression":
      return node.computed ? [node.object, node.property] : [node.object];
    case "CallExpression":
      return node.arguments;
    case "ArrowFunctionExpression":
      return [node.body];
    case "UnaryExpression":
      return [node.argument];
    case "BinaryExpression":
    case "LogicalExpression":
      return [node.left, node.right];
    case "ConditionalExpression":
      return [node.test, node.consequent, node.alternate];
    default:
      return [];
  }
}

/** Whether two expressions are written alike. */
export function alike(a: estree.Node, b: estree.Node): boolean {
  const place = placeOf(a);
  if (place !== undefined) return place === placeOf(b);
  if (a.type === "Literal") return b.type === "Literal" && a.value === b.value;
  if (a.type !== b.type || headOf(a) !== headOf(b)) return false;
  const [inA, inB] = [childrenOf(a), childrenOf(b)];
  return inA.length === inB.length && inA.every((child, i) => alike(child, inB[i]!));
}

/** What a node does with its children: an operator, the function called, the parameters that they are of. */
function headOf(node: estree.Node): string {
  if ("operator" in node) return node.operator;
  if (node.type === "ArrowFunctionExpression") return node.params.map(placeOf).join(", ");
  return node.type === "CallExpression" ? (placeOf(node.callee) ?? "") : "";
}
