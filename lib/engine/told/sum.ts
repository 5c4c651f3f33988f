import { aside, type Node, type Op, type Shape } from "../graph";
import type { Loss } from "../network";
import { constant } from "../ops/constant";
import { divide } from "../ops/divide";
import { losses } from "../ops/loss";
import { mean } from "../ops/mean";
import { multiply } from "../ops/multiply";
import { slice } from "../ops/slice";
import { repeat, rowSums, sum } from "../ops/sum";
import { columnSums, filled, lone, transposed } from "./laid";
import { lossWorked, meanLossTex } from "./loss-forms";
import { isAlike, isLone, layerOf } from "./reading";
import { rules } from "./rules";
import { none, zForH } from "./slips";
import { addedUp, dotTex, isDot, meanOf, mostTerms, shareOf, summed } from "./sum-forms";
import { type Told, type Write, within } from "./told";

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

export const toldRowSums: Told = {
  op: rowSums,
  tex: ({ inputs: [a] }, write) =>
    a!.cols === 1 ? write.of(a!) : { tex: `\\sum_i {${within(write.of(a!), 4)}}^{(i)}`, binds: 2 },
  worked: ({ inputs: [a] }, write, numbers) => {
    const { rows, cols, data } = a!;
    if (cols === 1) return write.of(a!);
    if (cols > mostTerms) return undefined;
    const column = (j: number) =>
      Float64Array.from({ length: rows }, (_, i) => data[i * cols + j]!);
    const terms = Array.from({ length: cols }, (_, j) => ({ rows, cols: 1, data: column(j) }));
    return { tex: terms.map(numbers.operand).join(" + "), binds: 1 };
  },
  tells: ({ inputs: [a] }) =>
    layerOf(a!)
      ? "A bias is only added, so it gets its neuron’s gradient, summed over the examples of a batch."
      : "Add up each row.",
  slips: [
    {
      rule: rules["mean-for-sum"],
      made: (node) => {
        const m = node.inputs[0]!.cols;
        return m > 1 ? [{ by: aside(divide, [node, lone(m)]) }] : none;
      },
    },
    {
      rule: rules["wrong-axis"],
      made: ({ inputs: [a] }) =>
        a!.cols > 1
          ? [
              {
                by: transposed(columnSums(a!)),
                says: () => "added down each column instead of along each row",
              },
            ]
          : none,
    },
    {
      rule: rules["one-example-only"],
      made: ({ inputs: [a] }) => (a!.cols > 1 ? [{ by: firstColumn(a!) }] : none),
    },
    {
      rule: rules["bias-gradient-times-h"],
      made: ({ inputs: [dz] }) => {
        const h = layerOf(dz!)?.input;
        if (!h || !isAlike(h, dz!)) return none;
        return [
          {
            by: aside(rowSums, [aside(multiply, [dz!, h])]),
            says: (write) => `multiplied the bias’s gradient by ${write.inline(h)}`,
          },
        ];
      },
    },
    {
      rule: rules["bias-gradient-forgotten"],
      made: (node) => (layerOf(node.inputs[0]!)?.input ? [{ by: filled(node, 0) }] : none),
    },
    zForH,
  ],
};

function firstColumn(a: Node): Node {
  return aside(slice, [a], { row: 0, col: 0, rows: a.rows, cols: 1 });
}

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
