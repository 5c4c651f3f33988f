import { aside, type Node } from "../graph";
import { add } from "../ops/add";
import { multiply } from "../ops/multiply";
import { subtract } from "../ops/subtract";
import { putInAround, putInBeforePower } from "./bracket-slips";
import { oneMinus } from "./laid";
import { isAlike, isBias, isDecay, isNumber } from "./reading";
import { rules } from "./rules";
import { none, zForH } from "./slips";
import { type Made, type Slip, type Told, within } from "./told";

export const toldAdd: Told = {
  op: add,
  tex: ({ inputs: [a, b] }, write) => ({
    tex: `${write.of(a!).tex} + ${within(write.of(b!), 2)}`,
    binds: 1,
  }),
  tells: () => "Add the terms.",
  slips: [
    leftOut("term-left-out", (term, rest) => !isBiasOf(term, rest) && !isOldShare(term, rest)),
    leftOut("bias-left-out", isBiasOf),
    leftOut("velocity-forgotten", isOldShare),
    subtracted("minus-for-plus", (b, a) => !isBiasOf(b, a)),
    subtracted("bias-subtracted", isBiasOf),
    {
      rule: rules["shares-changed-over"],
      made: ({ inputs: [a, b] }) => {
        const [kept, taken] = [weighted(a!), weighted(b!)];
        if (!kept || !taken || !areSharesOfOne(kept.share, taken.share)) return none;
        const turned = [
          aside(multiply, [taken.share, kept.of]),
          aside(multiply, [kept.share, taken.of]),
        ];
        const [u, v] = [kept.share, taken.share];
        return [
          {
            by: aside(add, turned),
            says: (write) => `swapped ${write.inline(u)} and ${write.inline(v)}`,
          },
        ];
      },
    },
    {
      rule: rules["share-put-in"],
      made: ({ inputs: [a, b] }) => {
        const kept = weighted(a!);
        if (!kept || !isDecay(kept.share) || !isAlike(kept.of, b!)) return none;
        if (weighted(b!) && areSharesOfOne(kept.share, weighted(b!)!.share)) return none;
        return [{ by: aside(add, [a!, aside(multiply, [oneMinus(kept.share), b!])]) }];
      },
    },
    putInAround,
    putInBeforePower,
    zForH,
  ],
};

function leftOut(
  rule: "term-left-out" | "bias-left-out" | "velocity-forgotten",
  isSuch: (term: Node, rest: Node) => boolean,
): Slip {
  return {
    rule: rules[rule],
    made: ({ inputs: [a, b] }) => {
      const without = (term: Node, rest: Node): readonly Made[] => {
        if (!isSuch(term, rest)) return none;
        return [
          {
            by: rest,
            // Of a long sum that is read from the left, the first terms are not left out all at once.
            ...(term === a && a.op === add && { times: 0.5 }),
            says: (write) => `left out ${write.inline(term)}`,
          },
        ];
      };
      return [...without(a!, b!), ...without(b!, a!)];
    },
  };
}

function subtracted(
  rule: "minus-for-plus" | "bias-subtracted",
  isSuch: (b: Node, a: Node) => boolean,
): Slip {
  return {
    rule: rules[rule],
    made: ({ inputs: [a, b] }) => {
      if (!isSuch(b!, a!)) return none;
      return [
        {
          by: aside(subtract, [a!, b!]),
          says: (write) => `subtracted ${write.inline(b!)} instead of adding it`,
        },
      ];
    },
  };
}

/** Whether an addend is a bias: by its name, beside something that was worked out and has none. */
function isBiasOf(term: Node, rest: Node): boolean {
  return isBias(term) && rest.names.length === 0;
}

/** A lone share and what it is the share of. */
function weighted({ op, inputs: [a, b] }: Node) {
  if (op !== multiply) return undefined;
  if (a!.data.length === 1) return { share: a!, of: b! };
  return b!.data.length === 1 ? { share: b!, of: a! } : undefined;
}

/** β and 1 − β, in either order. */
const areSharesOfOne = (a: Node, b: Node) => isRestOf(a, b) || isRestOf(b, a);

/** Whether a node is 1 − b; a β that is written twice is two nodes of one number. */
const isRestOf = ({ op, inputs: [one, share] }: Node, b: Node) =>
  op === subtract && isNumber(one!, 1) && (share === b || share!.data[0] === b.data[0]);

/** β v, beside a gradient that is added whole. */
function isOldShare(term: Node, rest: Node): boolean {
  const kept = weighted(term);
  return kept !== undefined && isDecay(kept.share) && !weighted(rest) && isAlike(kept.of, rest);
}
