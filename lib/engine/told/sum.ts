import { aside, type Node, type Op, type Shape } from "../graph";
import type { Loss } from "../network";
import { constant } from "../ops/constant";
import { divide } from "../ops/divide";
import { losses } from "../ops/loss";
import { mean } from "../ops/mean";
import { repeat, sum } from "../ops/sum";
import { firstColumn, lone } from "./laid";
import { lossWorked, meanLossTex } from "./loss-forms";
import { isLone } from "./reading";
import { rules } from "./rules";
import { none, zForH } from "./slips";
import { addedUp, dotTex, isDot, meanOf, shareOf, summed } from "./sum-forms";
import type { Told, Write } from "./told";

export const toldSum: Told = {
  op: sum,
  tex: ({ inputs: [a] }, write) => dotTex(a!, write) ?? summed("", a!, write),
  worked: ({ inputs: [a] }, write, numbers) => dotTex(a!, write) ?? addedUp(a!, numbers),
  tells: ({ inputs: [a] }) =>
    isDot(a!) ? "Multiply entry by entry, and add up." : "Add up all entries.",
  slips: [
    {
      rule: rules["mean-for-sum"],
      made: ({ inputs: [a] }) =>
        isLone(a!)
          ? none
          : [
              {
                by: aside(mean, [a!]),
                says: () => "took the mean where the entries are only added up",
                instead: () => "Nothing is divided here: the entries are just added up.",
              },
            ],
    },
    zForH,
  ],
};

export const toldMean: Told = {
  op: mean,
  tex: ({ inputs: [a] }, write) =>
    isLosses(a!) ? meanLossTex(a, write) : summed(shareOf(a!), a!, write),
  worked: ({ inputs: [a] }, write, numbers) => {
    if (isLosses(a!)) return lossWorked(a, write, numbers) ?? meanOf(a, numbers);
    return isLone(a!) ? write.of(a!) : meanOf(a!, numbers);
  },
  tells: ({ inputs: [a] }) => {
    if (!isLosses(a!)) return "Take the mean.";
    return isLone(a)
      ? "Put the prediction and the label into the loss."
      : "Put each prediction and its label into the loss, and take the mean over the examples.";
  },
  slips: [
    {
      rule: rules["sum-for-mean"],
      made: ({ inputs: [a] }) =>
        isLone(a!)
          ? none
          : [
              {
                by: aside(sum, [a!]),
                ...(a!.op !== losses && {
                  says: (write: Write) =>
                    `added up ${write.inline(a!)} without dividing by ${a!.data.length}`,
                  instead: () => "A mean is the sum divided by how many there are.",
                }),
              },
            ],
    },
    {
      rule: rules["mean-for-sum"],
      made: (node) => {
        const n = node.inputs[0]!.data.length;
        if (n === 1) return none;
        return [
          {
            by: aside(divide, [node, lone(n)]),
            says: () => `divided by ${n} twice`,
            instead: () => "A mean divides by how many there are, once.",
          },
        ];
      },
    },
    {
      rule: rules["one-example-only"],
      made: ({ inputs: [a] }) => (a!.rows === 1 && a!.cols > 1 ? [{ by: firstColumn(a!) }] : none),
    },
    {
      rule: rules["divided-by-one-less"],
      made: ({ inputs: [a] }) => {
        const n = a!.data.length;
        return n > 2 ? [{ by: aside(divide, [aside(sum, [a!]), lone(n - 1)]) }] : none;
      },
    },
    zForH,
  ],
};

export const toldRepeat: Told<Shape> = {
  op: repeat,
  tex: ({ inputs: [a] }, write) => write.of(a!),
  tells: () => "Each entry of the sum gets the same gradient.",
  slips: [
    {
      rule: rules["sum-for-mean"],
      made: (node) => {
        const share = node.inputs[0]!;
        if (!isShareOf(share, node)) return none;
        return [{ by: aside(repeat, [share.inputs[0]!], node.settings) }];
      },
    },
  ],
};

/** Whether a gradient has been divided by how many entries it goes back to, as that of a mean is. */
function isShareOf({ op, inputs: [, count] }: Node, { data }: Node): boolean {
  return (
    data.length > 1 && op === divide && count!.op === constant && count!.data[0] === data.length
  );
}

const isLosses = (a: Node): a is Node<Loss> => a.op === (losses as Op);
