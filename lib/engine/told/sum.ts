import { aside, type Node, type Shape } from "../graph";
import { constant } from "../ops/constant";
import { divide } from "../ops/divide";
import { losses } from "../ops/loss";
import { mean } from "../ops/mean";
import { repeat, sum } from "../ops/sum";
import { firstColumn, lone } from "./laid";
import { isLone } from "./reading";
import { rules } from "./rules";
import { none, zForH } from "./slips";
import { type Told, type Write, within } from "./told";

export const toldSum: Told = {
  op: sum,
  tex: ({ inputs: [a] }, write) => summed("", a!, within(write.of(a!), isLone(a!) ? 2 : 4)),
  tells: () => "Add up all entries.",
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
  tex: ({ inputs: [a] }, write) => {
    const n = a!.data.length;
    return summed(n > 1 ? `\\frac{1}{${n}} ` : "", a!, within(write.of(a!), isLone(a!) ? 2 : 4));
  },
  tells: () => "Take the mean.",
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

function summed(share: string, of: Node, tex: string) {
  const index = of.cols === 1 ? "_i" : of.rows === 1 ? "^{(i)}" : "_{ij}";
  if (isLone(of)) return { tex, binds: 2 as const };
  return {
    tex: `${share}\\sum_${index === "_{ij}" ? "{i,j}" : "i"} {${tex}}${index}`,
    binds: 2 as const,
  };
}
