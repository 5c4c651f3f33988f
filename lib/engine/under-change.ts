import type { Graph, Node } from "./graph";
import { ShapeError } from "./shape-error";
import type { Tensor } from "./tensor";

/** Something else in the place of a node: a tensor, or a node that was laid aside and may read the one it stands for. */
export interface Change {
  readonly at: Node;
  readonly by: Tensor | Node;
}

/** What a node comes to; undefined where it has no value, since shapes no longer fit. */
export type Values = (node: Node) => Tensor | undefined;

/** Where someone goes on from: what every node comes to, by id, and which of them stay whatever is changed before them. */
export interface Standing {
  readonly values: readonly (Tensor | undefined)[];
  readonly settled: ReadonlySet<number>;
}

interface How {
  /** Where the changes are made; the graph as it was laid down, unless told. */
  readonly from?: Standing | undefined;
  /** Which nodes are asked for or lead there, by id: a lone change works out no others. */
  readonly needed?: Uint8Array | undefined;
}

/** The graph as it is when other numbers stand at some nodes, and stay there. */
export function standingWith(graph: Graph, put: readonly Change[], from?: Standing): Standing {
  const settled = [...(from?.settled ?? []), ...put.map(({ at }) => at.id)];
  const at = underChange(graph, put, { from });
  return { values: graph.nodes.map(at), settled: new Set(settled) };
}

/** What the nodes of a graph come to under changes. They are worked out in order, as far as they are asked for, and only
 *  where something that they are worked out from has come to something else. */
export function underChange(
  graph: Graph,
  changes: readonly Change[],
  { from, needed }: How = {},
): Values {
  const before: Standing["values"] = from?.values ?? graph.nodes;
  const values = before.slice();
  const put = new Map(changes.map(({ at, by }) => [at.id, by]));
  const isLone = put.size === 1;
  let next = Math.min(graph.nodes.length, ...put.keys());
  const now: Values = (node) => (node.id < 0 ? workedOut(node, now) : values[node.id]);
  const inPlaceOf = (node: Node, by: Tensor | Node) => {
    if (!isNode(by)) return by;
    // What stands in its place may be made of the node itself, as it is under the other changes.
    if (!isLone && !from?.settled.has(node.id)) values[node.id] = workedOut(node, now);
    return now(by);
  };
  const isLeft = ({ id, inputs }: Node) =>
    (isLone && needed && needed[id] !== 1) ||
    from?.settled.has(id) ||
    inputs.every((input) => values[input.id] === before[input.id]);
  const step = (node: Node) => {
    const by = put.get(node.id);
    if (!by && isLeft(node)) return;
    const made = by ? inPlaceOf(node, by) : workedOut(node, now);
    values[node.id] = isSame(made, before[node.id]) ? before[node.id] : made;
  };
  return (node) => {
    const last = node.id < 0 ? graph.nodes.length - 1 : node.id;
    while (next <= last) step(graph.nodes[next++]!);
    return now(node);
  };
}

const isNode = (by: Tensor | Node): by is Node => "op" in by;

function isSame(a: Tensor | undefined, b: Tensor | undefined): boolean {
  if (!a || !b || a.rows !== b.rows || a.cols !== b.cols) return a === b;
  for (let i = 0; i < a.data.length; i++) if (a.data[i] !== b.data[i]) return false;
  return true;
}

function workedOut(node: Node, at: Values): Tensor | undefined {
  const { op, settings } = node;
  const count = node.inputs.length;
  if (count === 0) return node;
  const inputs: Tensor[] = [];
  let fits = true;
  for (let i = 0; i < count; i++) {
    const input = node.inputs[i]!;
    const tensor = at(input);
    if (!tensor) return undefined;
    fits &&= tensor.rows === input.rows && tensor.cols === input.cols;
    inputs.push(tensor);
  }
  try {
    const { rows, cols } = fits ? node : op.shape(inputs, settings);
    const out = { rows, cols, data: new Float64Array(rows * cols) };
    op.value(out, inputs, settings);
    return out;
  } catch (error) {
    if (error instanceof ShapeError) return undefined;
    throw error;
  }
}
