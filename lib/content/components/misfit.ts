import type { Network } from "@/lib/engine";
import { mostRows } from "@/lib/ui/network/layout";

/** What is wrong between attributes that are right each by itself, and how to mend it. */
export interface Misfit {
  readonly attribute: string;
  readonly message: string;
  readonly mend: string;
}

/** Whether a component's values go together; undefined where they do. Only <Explore> has values that may not. */
export function misfitOf(
  component: string,
  values: ReadonlyMap<string, unknown>,
): Misfit | undefined {
  const net = values.get("of") as Network | undefined;
  if (component !== "Explore" || !net) return undefined;
  if (Math.max(...net.sizes) > mostRows) {
    const message = `a network to move has layers of at most ${mostRows}, and this one has one of ${Math.max(...net.sizes)}`;
    return { attribute: "of", message, mend: "Give a smaller network." };
  }
  return (
    miscounted("x", values, net.sizes[0]!, "inputs") ??
    miscounted("y", values, net.sizes.at(-1)!, "outputs")
  );
}

function miscounted(
  attribute: string,
  values: ReadonlyMap<string, unknown>,
  wanted: number,
  of: string,
): Misfit | undefined {
  const numbers = values.get(attribute) as readonly number[] | undefined;
  if (!numbers || numbers.length === wanted) return undefined;
  const message = `${attribute} has length ${numbers.length}, and the network has ${wanted} ${of}`;
  return { attribute, message, mend: `Give one example: as many numbers as there are ${of}.` };
}
