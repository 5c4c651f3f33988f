import type * as estree from "estree";
import type { Backprop, Forward, Network } from "@/lib/engine";
import type { Exercise } from "@/lib/exercise/exercise";
import type { Scope } from "@/lib/exercise/language/expr";
import { placeOf } from "@/lib/exercise/language/nodes/places";
import { isRecord, type Value } from "@/lib/exercise/value";

/** A given that is a pass through a network, and the network it goes through. */
export interface PassGiven {
  readonly name: string;
  readonly net: Network;
  readonly pass: Forward | Backprop;
}

/** The passes among an exercise's givens: those written as forward(net, …) or backprop(net, …). */
export function passesOf({ givens }: Exercise, scope: Scope): PassGiven[] {
  return givens.flatMap(({ name, expr }) => {
    const net = networkOf(expr.node, scope);
    const pass = scope.get(name);
    if (!net || pass === undefined || !isRecord(pass)) return [];
    return [{ name, net, pass: pass as unknown as Backprop }];
  });
}

function networkOf(node: estree.Expression, scope: Scope): Network | undefined {
  if (node.type !== "CallExpression") return undefined;
  const called = placeOf(node.callee);
  if (called !== "forward" && called !== "backprop") return undefined;
  const [net] = node.arguments;
  const value: Value | undefined = scope.get((net && placeOf(net)) ?? "");
  return value !== undefined && isRecord(value) ? (value as unknown as Network) : undefined;
}

/** Whether a pass was carried backward too. */
export const isBackprop = (pass: Forward | Backprop): pass is Backprop => "dz" in pass;
