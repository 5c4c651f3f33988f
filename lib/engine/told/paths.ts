import type { Node } from "../graph";
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
export const pathSlips: readonly Slip[] = [
  {
    rule: rules["path-left-out"],
    made: ({ inputs, op }) =>
      isNorm(addends(inputs, op)) || areSteps(addends(inputs, op))
        ? []
        : inputs.map((by) => ({
            by,
            says: (write) => `counted only the path ${write.inline(by)}`,
          })),
  },
  {
    rule: rules["last-step-only"],
    made: ({ inputs, op }) => {
      const terms = addends(inputs, op);
      // Going back, the last step is met first.
      return areSteps(terms) ? [{ by: terms[0]! }] : [];
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
    const isSum = input.op === op && (op === add || op === paths) && input.names.length === 0;
    return isSum ? addends(input.inputs, op) : [input];
  });
}

const isOfNorm = ({ op }: Node) => op === meansBack || op === variancesBack;

/** Whether a gradient comes back along a norm's paths alone. */
const isNorm = (terms: readonly Node[]) =>
  terms.some(isOfNorm) && terms.filter((term) => !isOfNorm(term)).length === 1;

/** Whether these are the gradients of one weight or bias at several steps. */
function areSteps(terms: readonly Node[]): boolean {
  return (
    terms.every(({ op, inputs }) => op === matmul && inputs[1]!.op === transpose) ||
    terms.every(({ op }) => op === rowSums)
  );
}
