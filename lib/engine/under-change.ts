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

/** What the nodes of a graph come to under changes. Only what lies downstream of them is worked out again. */
export function underChange(graph: Graph, changes: readonly Change[]): Values {
  const values: (Tensor | undefined)[] = graph.nodes.slice();
  const at: Values = (node) => (node.id < 0 ? workedOut(node, at) : values[node.id]);
  const changed = new Map(changes.map((change) => [change.at.id, change.by]));
  for (const id of idsBelow(graph, changes)) {
    const node = graph.nodes[id]!;
    const by = changed.get(id);
    if (!by) values[id] = workedOut(node, at);
    else if (!isNode(by)) values[id] = by;
    else {
      // What stands in its place may be made of the node itself, as it is under the other changes.
      values[id] = changes.length > 1 ? workedOut(node, at) : node;
      values[id] = at(by);
    }
  }
  return at;
}

const isNode = (by: Tensor | Node): by is Node => "op" in by;

function idsBelow(graph: Graph, changes: readonly Change[]): readonly number[] {
  const [first, ...rest] = changes.map(({ at }) => graph.downstream(at));
  if (rest.length === 0) return first ?? [];
  return [...new Set([first, ...rest].flatMap((ids) => ids ?? []))].sort((a, b) => a - b);
}

function workedOut(node: Node, at: Values): Tensor | undefined {
  if (node.inputs.length === 0) return node;
  const inputs: Tensor[] = [];
  let fits = true;
  for (const input of node.inputs) {
    const tensor = at(input);
    if (!tensor) return undefined;
    fits &&= tensor.rows === input.rows && tensor.cols === input.cols;
    inputs.push(tensor);
  }
  const { op, settings } = node;
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
