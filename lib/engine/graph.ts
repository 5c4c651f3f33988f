import type { Tensor } from "./tensor";

/** An operation: what it comes to, on which shapes, and how a gradient goes back through it. */
export interface Op<S = unknown> {
  readonly name: string;
  /** The shape of what comes out. Throws ShapeError where the inputs do not fit. */
  shape(inputs: readonly Tensor[], settings: S): Shape;
  /** Fills `out`, which has that shape and holds zeros or what it came to before. */
  value(out: Tensor, inputs: readonly Tensor[], settings: S): void;
  /** Lays down the gradient by each input, of that input's shape, from the gradient by the op itself; undefined for an input
   *  that moves nothing. Ops without one end a way back. */
  pullback?(node: Node<S>, gradient: Node, lay: Lay): readonly (Node | undefined)[];
  /** Of an op that is a gradient itself: lays down the gradient by what `output` was worked out from, where going back through
   *  both at once is more exact than through one and then the other. */
  merged?(gradient: Node<S>, output: Node, lay: Lay): Node | undefined;
  /** Of an op that takes one of its entries: settings with which it takes the last of several that are alike, where by itself
   *  it takes the first. What differs then hangs on no more than a convention. */
  takingLast?(settings: S): unknown;
}

export interface Shape {
  readonly rows: number;
  readonly cols: number;
}

/** An op on earlier nodes, and what it comes to: a node is the tensor that it is worth. */
export interface Node<S = unknown> extends Tensor {
  /** Its place in the order in which the graph was laid down; −1 for one that was laid aside. */
  readonly id: number;
  readonly op: Op<S>;
  readonly inputs: readonly Node[];
  readonly settings: S;
  /** What the page calls it, "pass.dz[2]" say; none for a step on the way. */
  readonly names: readonly string[];
}

/** Lays a node down on those before it, and gives it. */
export type Lay = <S>(op: Op<S>, inputs: readonly Node[], settings?: S) => Node<S>;

/** A computation, laid down node by node; each has its value from the moment it is laid. A node's inputs stand before it, so
 *  that the order of the nodes is one to work them out in. */
export class Graph {
  readonly nodes: Node[] = [];
  private readonly byName = new Map<string, Node>();
  private readonly reached = new Map<number, readonly number[]>();

  /** Lays a node down at the end. Throws ShapeError where the inputs do not fit the op. */
  readonly lay: Lay = (op, inputs, settings) => {
    const node = made(this.nodes.length, op, inputs, settings);
    this.nodes.push(node);
    this.reached.clear();
    return node;
  };

  /** Gives a node a name more. */
  name(node: Node, name: string): void {
    if (!node.names.includes(name)) (node.names as string[]).push(name);
    this.byName.set(name, node);
  }

  /** The node of a name; undefined where none has it. */
  named(name: string): Node | undefined {
    return this.byName.get(name);
  }

  /** The ids of a node and of all that is worked out from it, in order. */
  downstream({ id }: Node): readonly number[] {
    const known = this.reached.get(id);
    if (known) return known;
    const isReached = new Uint8Array(this.nodes.length);
    isReached[id] = 1;
    const found = [id];
    for (let later = id + 1; later < this.nodes.length; later++) {
      for (const input of this.nodes[later]!.inputs) {
        if (isReached[input.id] !== 1) continue;
        isReached[later] = 1;
        found.push(later);
        break;
      }
    }
    this.reached.set(id, found);
    return found;
  }

  /** Works every node out again, in place: for whoever has put other numbers into the first ones. */
  run(): void {
    for (const node of this.nodes) {
      if (node.inputs.length > 0) node.op.value(node, node.inputs, node.settings);
    }
  }
}

/** A node beside a graph, on nodes of it: what might stand in the place of one of them. Throws ShapeError where these do not
 *  fit the op. */
export const aside: Lay = (op, inputs, settings) => new Aside(op, inputs, settings as never);

/** Most of what is laid aside is only ever worked out on other numbers than those of its graph: its own value waits. */
class Aside<S> implements Node<S> {
  readonly id = -1;
  readonly names: readonly string[] = [];
  readonly rows: number;
  readonly cols: number;
  private own: Float64Array | undefined;

  constructor(
    readonly op: Op<S>,
    readonly inputs: readonly Node[],
    readonly settings: S,
  ) {
    const { rows, cols } = op.shape(inputs, settings);
    this.rows = rows;
    this.cols = cols;
  }

  get data(): Float64Array {
    this.own ??= worthOf(this);
    return this.own;
  }
}

function worthOf<S>({ op, inputs, settings, rows, cols }: Node<S>): Float64Array {
  const data = new Float64Array(rows * cols);
  op.value({ rows, cols, data }, inputs, settings);
  return data;
}

function made<S>(id: number, op: Op<S>, inputs: readonly Node[], settings?: S): Node<S> {
  const { rows, cols } = op.shape(inputs, settings as S);
  const node = {
    id,
    op,
    inputs,
    settings: settings as S,
    names: [],
    rows,
    cols,
    data: new Float64Array(rows * cols),
  };
  op.value(node, inputs, settings as S);
  return node;
}
