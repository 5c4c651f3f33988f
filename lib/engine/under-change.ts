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
  /** Which nodes are asked for or lead there, by id: no others are worked out. */
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
export function underChange(graph: Graph, changes: readonly Change[], how: How = {}): Values {
  const changed = new Changed(graph, changes, how);
  return (node) => changed.at(node);
}

class Changed {
  private readonly before: Standing["values"];
  private readonly values: (Tensor | undefined)[];
  private readonly settled: ReadonlySet<number> | undefined;
  private readonly needed: Uint8Array | undefined;
  /** The ids of what may come to something else, in order, and how many of them have been looked at. */
  private readonly reached: readonly number[];
  private looked = 0;

  constructor(
    private readonly graph: Graph,
    private readonly changes: readonly Change[],
    { from, needed }: How,
  ) {
    this.before = from?.values ?? graph.nodes;
    this.values = this.before.slice();
    this.settled = from?.settled;
    this.needed = needed && changes.length > 1 ? withRead(needed, graph, changes) : needed;
    this.reached = changes.map(({ at }) => graph.downstream(at)).reduce(inOrder, []);
  }

  at(node: Node): Tensor | undefined {
    const { graph, reached } = this;
    const last = node.id < 0 ? graph.nodes.length : node.id;
    while (this.looked < reached.length && reached[this.looked]! <= last) {
      this.step(graph.nodes[reached[this.looked++]!]!);
    }
    return this.now(node);
  }

  private step(node: Node): void {
    const { id } = node;
    const change = this.changeAt(id);
    if (!change && (this.isLeftOut(id) || !this.isMoved(node))) return;
    const made = change ? this.inPlaceOf(node, change.by) : this.workedOut(node);
    this.values[id] = isSame(made, this.before[id]) ? this.before[id] : made;
  }

  private changeAt(id: number): Change | undefined {
    for (const change of this.changes) if (change.at.id === id) return change;
    return undefined;
  }

  private isLeftOut(id: number): boolean {
    return this.needed !== undefined && this.needed[id] !== 1;
  }

  /** Whether a node hangs on one that comes to something else. */
  private isMoved({ id, inputs }: Node): boolean {
    if (this.settled?.has(id)) return false;
    for (const input of inputs) {
      if (this.values[input.id] !== this.before[input.id]) return true;
    }
    return false;
  }

  private inPlaceOf(node: Node, by: Tensor | Node): Tensor | undefined {
    if (!isNode(by)) return by;
    // What stands in its place may be made of the node itself, as it is under the other changes.
    const isAlone = this.changes.length === 1 || this.settled?.has(node.id);
    if (!isAlone) this.values[node.id] = this.workedOut(node);
    return this.now(by);
  }

  /** What a node comes to as far as the graph has been worked out. */
  private now(node: Node): Tensor | undefined {
    return node.id < 0 ? this.workedOut(node) : this.values[node.id];
  }

  private workedOut(node: Node): Tensor | undefined {
    const { op, settings } = node;
    const count = node.inputs.length;
    if (count === 0) return node;
    const inputs: Tensor[] = [];
    let fits = true;
    for (let i = 0; i < count; i++) {
      const input = node.inputs[i]!;
      const tensor = this.now(input);
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
}

/** Which nodes are needed where what stands in one's place reads some that hang on another change. */
function withRead(needed: Uint8Array, { nodes }: Graph, changes: readonly Change[]): Uint8Array {
  if (changes.every(({ by }) => !isNode(by) || readsOnly(needed, by))) return needed;
  const all = needed.slice();
  for (const { by } of changes) if (isNode(by)) markRead(all, by);
  for (let id = nodes.length - 1; id >= 0; id--) {
    if (all[id] === 1) for (const input of nodes[id]!.inputs) all[input.id] = 1;
  }
  return all;
}

const readsOnly = (needed: Uint8Array, { id, inputs }: Node): boolean =>
  id < 0 ? inputs.every((input) => readsOnly(needed, input)) : needed[id] === 1;

function markRead(all: Uint8Array, { id, inputs }: Node): void {
  if (id >= 0) all[id] = 1;
  else for (const input of inputs) markRead(all, input);
}

/** The ids of two lists in order, each once. */
function inOrder(a: readonly number[], b: readonly number[]): readonly number[] {
  if (a.length === 0) return b;
  const all: number[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const next = Math.min(a[i] ?? Number.POSITIVE_INFINITY, b[j] ?? Number.POSITIVE_INFINITY);
    all.push(next);
    if (a[i] === next) i++;
    if (b[j] === next) j++;
  }
  return all;
}

const isNode = (by: Tensor | Node): by is Node => "op" in by;

function isSame(a: Tensor | undefined, b: Tensor | undefined): boolean {
  if (!a || !b || a.rows !== b.rows || a.cols !== b.cols) return a === b;
  for (let i = 0; i < a.data.length; i++) if (a.data[i] !== b.data[i]) return false;
  return true;
}
