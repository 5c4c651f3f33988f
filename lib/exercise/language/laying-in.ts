import type * as estree from "estree";
import { Graph } from "@/lib/engine";
import { identity } from "@/lib/engine/ops/identity";
import { isRecord, type Value } from "@/lib/exercise/value";
import { type Definition, definitionsOf } from "./definitions";
import type { Context, Laying } from "./expr";
import { type Laid, Lone, laidOf, nameAll, toNode } from "./laid";
import { stand } from "./standing";

/** A graph of its own for one expression, which what it reads is laid down on as it is read: as a value, or where a gradient
 *  goes back into it, as what it was worked out from. */
export function layingIn(
  { scope, instead, ...rest }: Context,
  gradients: readonly estree.Node[],
): Laying {
  const graph = new Graph();
  const definitions = definitionsOf(gradients);
  const laid = new Map<string, Laid>();
  const get = (name: string) => {
    const value = scope.get(name);
    const known = laid.get(name) ?? (value === undefined ? undefined : laidAs(name, value));
    if (known === undefined || laid.has(name)) return known;
    laid.set(name, known);
    if (gradients.length > 0) nameAll(name, known, (node, called) => graph.name(node, called));
    return known;
  };
  const laying: Laying = { graph, names: { get }, ...rest };
  const laidAs = (name: string, value: Value) => {
    const read = instead ? withPlaces(value, name, instead) : value;
    const worked = workedOut(definitions?.get(name), laying);
    return worked !== undefined && stand(worked, read, graph) ? worked : laidOf(read, graph.lay);
  };
  return laying;
}

/** What a name was worked out from, laid down; a part as nodes of its own. */
function workedOut(definition: Definition | undefined, laying: Laying): Laid | undefined {
  if (!definition || definition.expr.draws) return undefined;
  const laid = definition.expr.lay(laying);
  const { lay } = laying.graph;
  if (!definition.isPart) return laid;
  if (laid instanceof Lone) return new Lone(lay(identity, [laid.node]));
  const node = toNode(laid, lay);
  return node && lay(identity, [node]);
}

/** A value with others at some of its places ("pass.h[2]"). */
function withPlaces(value: Value, place: string, instead: ReadonlyMap<string, Value>): Value {
  const other = instead.get(place);
  if (other !== undefined) return other;
  if (Array.isArray(value)) {
    return value.map((item: Value, i) => withPlaces(item, `${place}[${i}]`, instead));
  }
  if (!isRecord(value)) return value;
  const items = Object.entries(value);
  return Object.fromEntries(
    items.map(([key, item]) => [key, withPlaces(item, `${place}.${key}`, instead)]),
  );
}
