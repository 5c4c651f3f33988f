import type { Node, Op } from "../graph";
import { add } from "../ops/add";
import { matmul } from "../ops/matmul";
import { meansBack } from "../ops/means";
import { paths } from "../ops/paths";
import { rowSums } from "../ops/sum";
import { transpose } from "../ops/transpose";
import { variancesBack } from "../ops/variances";
import { rules } from "./rules";
import type { Slip, Told } from "./told";

/** What goes wrong where gradients along several paths are added: at a node that gradient() lays down. */
export const pathSlips: readonly Slip<readonly Node[] | undefined>[] = [
  {
    rule: rules["path-left-out"],
    made: ({ inputs, op, settings }) =>
      isNorm(addends(inputs, op)) || areSteps(addends(inputs, op), settings)
        ? []
        : inputs.map((by) => ({
            by,
            says: (write) => `counted only the path ${write.inline(by)}`,
          })),
  },
  {
    rule: rules["last-step-only"],
    made: ({ inputs, op, settings }) => {
      const terms = addends(inputs, op);
      // Going back, the last step is met first.
      return areSteps(terms, settings) ? [{ by: terms[0]! }] : [];
    },
  },
  {
    rule: rules["norm-held"],
    made: ({ inputs, op }) => {
      const terms = addends(inputs, op);
      const direct = terms.filter((term) => !isOfNorm(term));
      return isNorm(terms) && terms.length > 2 ? [{ by: direct[0]! }] : [];
    },
  },
];

export const toldPaths: Told = {
  op: paths,
  tex: ({ inputs: [a, b] }, write) => ({
    tex: `${write.of(a!).tex} + ${write.of(b!).tex}`,
    binds: 1,
  }),
  tells: () => "Add up the gradients of all paths.",
  slips: pathSlips,
};

/** The terms of a sum of sums, in order. */
function addends(inputs: readonly Node[], op: Node["op"]): readonly Node[] {
  return inputs.flatMap((input) => {
    const isPaths = op === (paths as Op<never>);
    const isSum = input.op === op && (op === add || isPaths) && input.names.length === 0;
    return isSum ? addends(input.inputs, op) : [input];
  });
}

const isOfNorm = ({ op }: Node) => op === meansBack || op === variancesBack;

/** Whether a gradient comes back along a norm's paths alone. */
const isNorm = (terms: readonly Node[]) =>
  terms.some(isOfNorm) && terms.filter((term) => !isOfNorm(term)).length === 1;

/** Whether these are the gradients of one weight or bias at several steps, by what they are or by the nodes that it is used
 *  at. */
function areSteps(terms: readonly Node[], uses: readonly Node[] = []): boolean {
  return (
    terms.every(({ op, inputs }) => op === matmul && inputs[1]!.op === transpose) ||
    terms.every(({ op }) => op === rowSums) ||
    (uses.length === terms.length && areStepsOf(uses))
  );
}

/** Whether each of these nodes does the same as the next and goes on from it, as the steps of a recurrence do, the last one
 *  first. */
const areStepsOf = (uses: readonly Node[]) =>
  uses.every((use, i) => {
    const before = uses[i + 1];
    return before === undefined || (use.op === before.op && goesOnFrom(use, before));
  });

function goesOnFrom(node: Node, before: Node): boolean {
  const seen = new Set<Node>();
  const reaches = (one: Node): boolean => {
    if (one === before) return true;
    if (one.id < before.id || seen.has(one)) return false;
    seen.add(one);
    return one.inputs.some(reaches);
  };
  return reaches(node);
}
