import type { Node } from "@/lib/engine";
import type { Exercise, Part } from "@/lib/exercise/exercise";
import { type LaidExercise, laidFor } from "@/lib/exercise/laid-exercise";
import type { Variant } from "@/lib/exercise/variant";

/** What a student has before them with one variant: the numbers that its answers are worked out from, and the nodes on the
 *  way to these answers. */
export interface Work {
  readonly read: readonly Node[];
  readonly worked: readonly Node[];
}

/** The work of a variant. What the page gives is read and not worked out; an earlier part's answer is worked out once. */
export function workOf(exercise: Exercise, { scope }: Variant): Work {
  const laid = laidFor(exercise, scope);
  const seen = new Set<Node>();
  const work = { read: [] as Node[], worked: [] as Node[] };
  const open = exercise.parts.flatMap((part) => sourcesOf(laid, part));
  for (let node = open.pop(); node; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.inputs.length === 0 || laid.isReadOff(node)) {
      work.read.push(node);
    } else {
      if (!moving.has(node.op.name)) work.worked.push(node);
      open.push(...node.inputs);
    }
  }
  return work;
}

function sourcesOf(laid: LaidExercise, part: Part): Node[] {
  const source = laid.sourceOf(part);
  return source ? [source] : laid.nodesOf(part);
}

/** Ops that only put numbers in another place. */
const moving: ReadonlySet<string> = new Set([
  "assemble",
  "beside",
  "columns",
  "entry",
  "identity",
  "slice",
  "stack",
  "transpose",
]);
