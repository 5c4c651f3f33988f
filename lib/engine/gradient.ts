import type { Graph, Lay, Node, Op } from "./graph";
import { constant } from "./ops/constant";
import { multiply } from "./ops/multiply";
import { paths } from "./ops/paths";
import { repeat } from "./ops/sum";

/** Lays down the gradient of a lone number by each of these nodes: nodes like any other, each in the shape of what it is by.
 *  Where ways meet going back, what comes along them is added. A node that the number does not hang on has zeros. Of a node
 *  of another shape, `arriving` is the gradient by it of some number further on. */
export function gradient(
  graph: Graph,
  of: Node,
  by: readonly Node[],
  arriving: Node = graph.lay(constant, [], one),
): Node[] {
  const lay = withoutOnes(graph.lay, arriving);
  const wanted = downstreamOf(graph, by);
  const gradients = new Map<Node, Node>([[of, arriving]]);
  const uses = new Map<Node, Node[]>();
  for (const node of graph.nodes.slice(0, of.id + 1).reverse()) {
    const own = gradients.get(node);
    if (!own || !node.op.pullback || node.inputs.every(({ id }) => wanted[id] !== 1)) continue;
    const merged = own.op.merged?.(own, node, lay);
    const parts = merged ? [merged] : node.op.pullback(node, own, lay);
    for (const [i, input] of node.inputs.entries()) {
      const part = parts[i];
      if (!part || wanted[input.id] !== 1) continue;
      const before = gradients.get(input);
      const on = uses.get(input);
      if (on) on.push(node);
      else uses.set(input, [node]);
      gradients.set(input, before && on ? lay(paths, [before, part], [...on]) : part);
    }
  }
  return by.map((node) => gradients.get(node) ?? lay(constant, [], zerosLike(node)));
}

/** Lays as a graph does, but for products with ones: those that `arriving` is where it is 1, and what is repeated of it. What
 *  they would come to stands already. */
function withoutOnes(lay: Lay, arriving: Node): Lay {
  const ones = new Set<Node>(
    arriving.op === (constant as Op) && arriving.data[0] === 1 ? [arriving] : [],
  );
  const isOne = (a: Node, beside: Node) =>
    ones.has(a) && a.rows <= beside.rows && a.cols <= beside.cols;
  return (op, inputs, settings) => {
    const [a, b] = inputs;
    const isProduct = op === (multiply as Op<never>);
    if (isProduct && isOne(a!, b!)) return b as never;
    if (isProduct && isOne(b!, a!)) return a as never;
    const node = lay(op, inputs, settings);
    if (op === (repeat as Op<never>) && ones.has(a!)) ones.add(node as Node);
    return node;
  };
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
