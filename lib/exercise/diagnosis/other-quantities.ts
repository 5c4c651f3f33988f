import { aside, type Node } from "@/lib/engine";
import { entry } from "@/lib/engine/ops/entry";
import { rules } from "@/lib/engine/told/rules";
import type { Part } from "@/lib/exercise/exercise";
import type { LaidExercise } from "@/lib/exercise/laid-exercise";
import type { Candidate } from "./candidate";
import { layersBeside } from "./misread";

/** Answers that are another quantity of the exercise: one that has a name, the one of the layer beside, a neighbouring entry
 *  of the same matrix. For parts that ask for one thing. */
export function otherQuantities(laid: LaidExercise, part: Part): Candidate[] {
  const [node, ...more] = laid.nodesOf(part);
  if (!node || more.length > 0) return [];
  const beside = layersBeside(laid, node).map(({ rule, other }) => instead(node, other, rule));
  const besides = new Set(layersBeside(laid, node).map(({ other }) => other));
  const named = laid.graph.nodes.filter(
    (other) =>
      other.names.length > 0 &&
      other !== node &&
      !besides.has(other) &&
      !other.names.includes(part.name) &&
      other.rows === node.rows &&
      other.cols === node.cols,
  );
  return [
    ...beside,
    ...named.map((other) => instead(node, other, rules["another-quantity"])),
    ...neighbours(node),
  ];
}

function instead(at: Node, by: Node, rule: Candidate["rules"][number]): Candidate {
  const made = {
    by,
    says: (write: { inline(node: Node): string }) => `gave ${write.inline(by)}`,
  };
  const isGeneral = rule !== rules["another-quantity"];
  return {
    rules: [rule],
    changes: [{ at, by }],
    prior: rule.prior,
    ...(isGeneral ? {} : { made }),
  };
}

/** The other entries of the matrix that one entry is asked for of. */
function neighbours(node: Node): Candidate[] {
  if (node.op !== (entry as Node["op"])) return [];
  const [matrix] = node.inputs;
  const rule = rules["another-entry"];
  return Array.from(matrix!.data, (_, at) => at)
    .filter((at) => at !== node.settings)
    .map((at) => ({
      rules: [rule],
      changes: [{ at: node, by: aside(entry, [matrix!], at) }],
      prior: rule.prior,
    }));
}
