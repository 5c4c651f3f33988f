import { aside } from "@/lib/engine";
import { keyUnder } from "@/lib/exercise/diagnosis/key-under";
import { sameKey } from "@/lib/exercise/diagnosis/same-numbers";
import type { Draw } from "@/lib/exercise/draw";
import type { Exercise, Part } from "@/lib/exercise/exercise";
import { laidFor } from "@/lib/exercise/laid-exercise";
import { limits, type Meter, spend } from "@/lib/exercise/language/budget";
import type { Fault } from "./fault";

/** A part whose key hangs on which of several entries alike is taken for the largest: the gradient through a max pool with a
 *  tie in a window, say. Another choice is as right, and would be told wrong. */
export function tied(
  exercise: Exercise,
  asked: readonly Part[],
  draw: Draw,
  meter: Meter,
): Fault | undefined {
  const laid = laidFor(exercise, draw.scope);
  const choices = laid.graph.nodes.flatMap((node) => {
    const settings = node.op.takingLast?.(node.settings);
    if (settings === undefined) return [];
    const by = aside(node.op, node.inputs, settings);
    return by.data.some((v, i) => v !== node.data[i]) ? [{ at: node, by }] : [];
  });
  for (const part of asked) {
    const leads = laid.leadingTo([part]);
    for (const choice of choices) {
      if (leads[choice.at.id] !== 1) continue;
      spend(meter, limits.again + laid.workOf([choice.at]));
      const other = keyUnder(laid, part, [choice]);
      if (other !== undefined && !sameKey(part, draw.parts[part.name]?.key, other)) {
        return { why: "tie", part: part.name };
      }
    }
  }
  return undefined;
}
