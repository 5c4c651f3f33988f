import type { Lay, Node, Tensor } from "@/lib/engine";
import { assemble } from "@/lib/engine/ops/assemble";
import { constant } from "@/lib/engine/ops/constant";
import { isTensor, type Value } from "@/lib/exercise/value";

/** A value of the language as it is laid down on a graph: its numbers, vectors and matrices are nodes. */
export type Laid =
  | Lone
  | Node
  | boolean
  | string
  | readonly Laid[]
  | { readonly [name: string]: Laid };

/** A number of the language: a node of one entry that is a number and no 1×1 matrix. */
export class Lone {
  constructor(readonly node: Node) {}

  get number(): number {
    return this.node.data[0]!;
  }
}

export const isNode = (laid: Laid): laid is Node => isTensor(laid);

/** A record of the language; lists, nodes and numbers are none. */
export const isLaidRecord = (laid: Laid): laid is { readonly [name: string]: Laid } =>
  typeof laid === "object" && !Array.isArray(laid) && !(laid instanceof Lone) && !isNode(laid);

/** What something laid down is worth. */
export function toValue(laid: Laid): Value {
  if (laid instanceof Lone) return laid.number;
  if (typeof laid !== "object") return laid;
  if (isNode(laid)) return { rows: laid.rows, cols: laid.cols, data: laid.data };
  if (Array.isArray(laid)) return laid.map(toValue);
  return mapped(laid as { readonly [name: string]: Laid }, toValue);
}

/** A value laid down: each of its numbers, vectors and matrices as a constant. */
export function laidOf(value: Value, lay: Lay): Laid {
  if (typeof value === "number") return new Lone(lay(constant, [], lone(value)));
  if (typeof value !== "object") return value;
  if (isTensor(value)) return lay(constant, [], value);
  if (Array.isArray(value)) return value.map((item: Value) => laidOf(item, lay));
  return mapped(value as { readonly [name: string]: Value }, (item) => laidOf(item, lay));
}

/** Something laid down read as a node: a number is 1×1, `[1, 2]` a column, `[[1, 2], [3, 4]]` rows; undefined for the
 *  rest. */
export function toNode(laid: Laid, lay: Lay): Node | undefined {
  if (laid instanceof Lone) return laid.node;
  if (typeof laid !== "object") return undefined;
  if (isNode(laid)) return laid;
  if (!Array.isArray(laid) || laid.length === 0) return undefined;
  const list = laid as readonly Laid[];
  if (list.every(isLone)) return assembled(list, list.length, 1, lay);
  const width = Array.isArray(list[0]) ? list[0].length : 0;
  const regular = list.every(
    (row) => Array.isArray(row) && row.length === width && row.every(isLone),
  );
  return regular && width > 0
    ? assembled(list.flat() as Lone[], list.length, width, lay)
    : undefined;
}

/** The nodes that something laid down is made of, in an order that `withLeaves` keeps. */
export function leavesOf(laid: Laid): Node[] {
  if (laid instanceof Lone) return [laid.node];
  if (typeof laid !== "object") return [];
  if (isNode(laid)) return [laid];
  return Object.values(laid).flatMap(leavesOf);
}

/** What stands at a path in something laid down: at "h", 2 in a pass; undefined where nothing does. */
export const laidAt = (
  laid: Laid | undefined,
  path: readonly (string | number)[],
): Laid | undefined =>
  path.reduce<Laid | undefined>(
    (inner, step) =>
      typeof inner === "object" && !(inner instanceof Lone) && !isNode(inner)
        ? (inner as Readonly<Record<string | number, Laid>>)[step]
        : undefined,
    laid,
  );

/** The value that something laid down has with other tensors in the places of its leaves. */
export function withLeaves(laid: Laid, tensors: readonly Tensor[]): Value {
  let at = 0;
  const filled = (inner: Laid): Value => {
    if (inner instanceof Lone) return tensors[at++]!.data[0]!;
    if (typeof inner !== "object") return inner;
    if (isNode(inner)) return tensors[at++]!;
    if (Array.isArray(inner)) return inner.map(filled);
    return mapped(inner as { readonly [name: string]: Laid }, filled);
  };
  return filled(laid);
}

/** Gives each node of a value the name of its place: "pass.dz[2]". */
export function nameAll(name: string, laid: Laid, give: (node: Node, name: string) => void): void {
  if (laid instanceof Lone) give(laid.node, name);
  else if (typeof laid !== "object") return;
  else if (isNode(laid)) give(laid, name);
  else if (Array.isArray(laid)) {
    for (const [i, item] of laid.entries()) nameAll(`${name}[${i}]`, item, give);
  } else {
    for (const [key, item] of Object.entries(laid)) nameAll(`${name}.${key}`, item, give);
  }
}

const isLone = (laid: Laid) => laid instanceof Lone;

const lone = (value: number): Tensor => ({ rows: 1, cols: 1, data: Float64Array.of(value) });

function assembled(numbers: readonly Laid[], rows: number, cols: number, lay: Lay): Node {
  const nodes = numbers.map((number) => (number as Lone).node);
  if (nodes.every(isPlain)) {
    return lay(constant, [], {
      rows,
      cols,
      data: Float64Array.from(nodes, ({ data }) => data[0]!),
    });
  }
  return lay(assemble, nodes, { rows, cols });
}

/** Whether a node is a number as it is written, which nothing else hangs on by name. */
export const isPlain = ({ op, names }: Node) =>
  op === (constant as Node["op"]) && names.length === 0;

const mapped = <A, B>(record: { readonly [name: string]: A }, f: (item: A) => B) =>
  Object.fromEntries(Object.entries(record).map(([name, item]) => [name, f(item)]));
