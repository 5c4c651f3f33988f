import type { Graph, Node } from "@/lib/engine";
import { isRecord, isTensor, type Value } from "@/lib/exercise/value";
import { isNode, type Laid, Lone } from "./laid";

/** Puts a value in the place of what was laid down, where the two differ, and works out again what hangs on it: a gradient
 *  goes back through it, at that value. False where the two are not alike, and nothing was put. */
export function stand(laid: Laid, value: Value, graph: Graph): boolean {
  const pairs = pairsOf(laid, value);
  if (!pairs) return false;
  const changed = pairs.filter(({ node, data }) => data.some((v, i) => v !== node.data[i]));
  const held = new Set<Node>(pairs.map(({ node }) => node));
  for (const { node, data } of changed) {
    node.data.set(data);
    for (const id of graph.downstream(node).slice(1)) {
      const { op, inputs, settings } = graph.nodes[id]!;
      if (!held.has(graph.nodes[id]!)) op.value(graph.nodes[id]!, inputs, settings);
    }
  }
  return true;
}

interface Pair {
  readonly node: Node;
  readonly data: Float64Array;
}

/** Each node of what was laid down with its numbers of the value; undefined where shapes differ. */
function pairsOf(laid: Laid, value: Value): Pair[] | undefined {
  const node = laid instanceof Lone ? laid.node : laid;
  if (typeof node !== "object") return node === value ? [] : undefined;
  if (isNode(node)) {
    const data = typeof value === "number" ? Float64Array.of(value) : dataLike(node, value);
    return data?.length === node.data.length ? [{ node, data }] : undefined;
  }
  const isAlike = Array.isArray(node) ? Array.isArray(value) : isRecord(value);
  if (!isAlike) return undefined;
  const others = value as Readonly<Record<string, Value>>;
  const pairs = Object.entries(node).map(([key, item]) =>
    others[key] === undefined ? undefined : pairsOf(item as Laid, others[key]),
  );
  return pairs.every((pair) => pair !== undefined) ? pairs.flat() : undefined;
}

const dataLike = ({ rows, cols }: Node, value: Value) =>
  isTensor(value) && value.rows === rows && value.cols === cols ? value.data : undefined;
