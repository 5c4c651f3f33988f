import type { Graph, Node } from "./graph";
import { constant } from "./ops/constant";
import { paths } from "./ops/paths";

/** Lays down the gradient of a lone number by each of these nodes: nodes like any other, each in the shape of what it is by.
 *  Where ways meet going back, what comes along them is added. A node that the number does not hang on has zeros. Of a node
 *  of another shape, `arriving` is the gradient by it of some number further on. */
export function gradient(
  graph: Graph,
  of: Node,
  by: readonly Node[],
  arriving: Node = graph.lay(constant, [], one),
): Node[] {
  const { lay } = graph;
  const wanted = downstreamOf(graph, by);
  const gradients = new Map<Node, Node>([[of, arriving]]);
  for (const node of graph.nodes.slice(0, of.id + 1).reverse()) {
    const own = gradients.get(node);
    if (!own || !node.op.pullback || node.inputs.every(({ id }) => wanted[id] !== 1)) continue;
    const merged = own.op.merged?.(own, node, lay);
    const parts = merged ? [merged] : node.op.pullback(node, own, lay);
    for (const [i, input] of node.inputs.entries()) {
      const part = parts[i];
      if (!part || wanted[input.id] !== 1) continue;
      const before = gradients.get(input);
      gradients.set(input, before ? lay(paths, [before, part]) : part);
    }
  }
  return by.map((node) => gradients.get(node) ?? lay(constant, [], zerosLike(node)));
}

const one = { rows: 1, cols: 1, data: Float64Array.of(1) };

const zerosLike = ({ rows, cols }: Node) => ({
  rows,
  cols,
  data: new Float64Array(rows * cols),
});

/** Which nodes hang on one of these, themselves among them, by their ids. */
function downstreamOf({ nodes }: Graph, from: readonly Node[]): Uint8Array {
  const hangs = new Uint8Array(nodes.length);
  for (const { id } of from) hangs[id] = 1;
  for (const { id, inputs } of nodes) {
    if (inputs.some((input) => hangs[input.id] === 1)) hangs[id] = 1;
  }
  return hangs;
}
