import type { Node, Op } from "@/lib/engine";
import { assemble } from "@/lib/engine/ops/assemble";
import { batch, ofBatch } from "@/lib/engine/ops/batched-product";
import { entry } from "@/lib/engine/ops/entry";
import { identity } from "@/lib/engine/ops/identity";
import { mean } from "@/lib/engine/ops/mean";
import { slice } from "@/lib/engine/ops/slice";
import { isWritten } from "@/lib/engine/told/box-names";
import { rootOf } from "@/lib/exercise/language/nodes/places";

/** Ops that only read or put together, which are steps to nobody. */
const readings: ReadonlySet<Op> = new Set(
  [assemble, batch, entry, identity, ofBatch, slice].map((op) => op as Op),
);

/** Whether a node only reads or puts together, as the mean of one number does. */
export const isReading = ({ op, inputs }: Node): boolean =>
  readings.has(op) || (op === mean && inputs[0]!.data.length === 1);

/** Where what stands at a node comes from, past all that only reads it or puts it together, and as what it is read; nothing of
 *  a number that an author has written. */
export const sourcesOf = (node: Node): { readonly source: Node; readonly read: Node }[] =>
  [...sourcesBelow(node)].map((source) => ({ source, read: node }));

/** Kept, since readings of readings may come together again and again. */
const known = new WeakMap<Node, ReadonlySet<Node>>();

function sourcesBelow(node: Node): ReadonlySet<Node> {
  const before = known.get(node);
  if (before) return before;
  const found = new Set<Node>();
  if (isInput(node) || !isReading(node)) found.add(node);
  else for (const input of node.inputs) for (const source of sourcesBelow(input)) found.add(source);
  const sources = isWritten(node) ? new Set<Node>() : found;
  known.set(node, sources);
  return sources;
}

/** Whether a node is worked out from nothing: a given's numbers, or a list of a given's put together. */
export const isInput = (node: Node): boolean => givenOf(node) !== undefined;

/** The given that an input is of, by its name; undefined of a node that is worked out. */
export function givenOf({ op, inputs, names }: Node): string | undefined {
  if (inputs.length === 0) return names[0] && rootOf(names[0]);
  const isList = op === (assemble as Op) && inputs.every((input) => input.inputs.length === 0);
  if (!isList) return undefined;
  const shared = inputs.map((input) => new Set(input.names.map(rootOf)));
  return [...shared[0]!].find((name) => shared.every((roots) => roots.has(name)));
}
