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
  /** The givens that are its inputs and its labels. */
  readonly fed: readonly string[];
}

/** The passes among an exercise's givens: those written as forward(net, …) or backprop(net, …). */
export function passesOf({ givens }: Pick<Exercise, "givens">, scope: Scope): PassGiven[] {
  return givens.flatMap(({ name, expr }) => {
    const [net, ...fed] = argumentsOf(expr.node);
    const through = scope.get(net ?? "");
    const pass = scope.get(name);
    if (!isRecordValue(through) || !isRecordValue(pass)) return [];
    return [
      {
        name,
        net: through as unknown as Network,
        pass: pass as unknown as Backprop,
        fed: fed.filter((place) => place !== undefined),
      },
    ];
  });
}

/** The network, the inputs and the labels of a pass, each where it is a place. */
function argumentsOf(node: estree.Expression): readonly (string | undefined)[] {
  if (node.type !== "CallExpression") return [];
  const called = placeOf(node.callee);
  return called === "forward" || called === "backprop" ? node.arguments.map(placeOf) : [];
}

const isRecordValue = (value: Value | undefined) => value !== undefined && isRecord(value);

/** Whether a pass was carried backward too. */
export const isBackprop = (pass: Forward | Backprop): pass is Backprop => "dz" in pass;
