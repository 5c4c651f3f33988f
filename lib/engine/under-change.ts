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
  return { values: valuesUnder(graph, put, { from }).values, settled: new Set(settled) };
}

/** What the nodes of a graph come to under changes. Only what lies downstream of them is worked out again. */
export const underChange = (graph: Graph, changes: readonly Change[], how: How = {}): Values =>
  valuesUnder(graph, changes, how).at;

function valuesUnder(graph: Graph, changes: readonly Change[], { from, needed }: How) {
  const values: (Tensor | undefined)[] = [...(from?.values ?? graph.nodes)];
  const at: Values = (node) => (node.id < 0 ? workedOut(node, at) : values[node.id]);
  const changed = new Map(changes.map((change) => [change.at.id, change.by]));
  const wanted = changes.length === 1 ? needed : undefined;
  for (const id of idsBelow(graph, changes)) {
    const node = graph.nodes[id]!;
    const by = changed.get(id);
    if (!by) {
      const stays = from?.settled.has(id) || (wanted && wanted[id] !== 1);
      if (!stays) values[id] = workedOut(node, at);
    } else if (!isNode(by)) values[id] = by;
    else {
      // What stands in its place may be made of the node itself, as it is under the other changes.
      if (changes.length > 1 && !from?.settled.has(id)) values[id] = workedOut(node, at);
      values[id] = at(by);
    }
  }
  return { values, at };
}

const isNode = (by: Tensor | Node): by is Node => "op" in by;

function idsBelow(graph: Graph, changes: readonly Change[]): readonly number[] {
  const [first, ...rest] = changes.map(({ at }) => graph.downstream(at));
  if (rest.length === 0) return first ?? [];
  return [...new Set([first, ...rest].flatMap((ids) => ids ?? []))].sort((a, b) => a - b);
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
