import { aside, type Node } from "@/lib/engine";
import { multiply } from "@/lib/engine/ops/multiply";
import { subtract } from "@/lib/engine/ops/subtract";
import { transpose } from "@/lib/engine/ops/transpose";
import { rules } from "@/lib/engine/told/rules";
import type { LaidExercise } from "@/lib/exercise/laid-exercise";
import type { Candidate } from "./candidate";

const weights = /^(\w+)\.W\[(\d+)\]$/;

/** Going back through weights that were updated before: every W that a gradient goes back through is W − α dW. It needs a
 *  given `alpha`, and the gradients of a pass. */
export function updatedWeights(laid: LaidExercise, way: readonly Node[]): Candidate[] {
  const alpha = laid.graph.named("alpha");
  if (!alpha) return [];
  const changes = way.flatMap((node) => {
    const [W] = node.inputs;
    const layer = W?.names.map((name) => weights.exec(name)?.[2]).find((found) => found);
    if (node.op !== (transpose as Node["op"]) || !W || !layer) return [];
    const dW = laid.graph.nodes.find(
      (one) => one.names.some((name) => name.endsWith(`.dW[${layer}]`)) && one.rows === W.rows,
    );
    if (!dW) return [];
    const updated = aside(subtract, [W, aside(multiply, [alpha, dW])]);
    return [{ at: node, by: aside(transpose, [updated]) }];
  });
  const rule = rules["updated-weights"];
  return changes.length > 0 ? [{ rules: [rule], changes, prior: rule.prior }] : [];
}
