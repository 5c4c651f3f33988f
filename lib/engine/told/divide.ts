import { aside, type Node } from "../graph";
import { constant } from "../ops/constant";
import { divide } from "../ops/divide";
import { exp } from "../ops/exp";
import { multiply } from "../ops/multiply";
import { power } from "../ops/power";
import { subtract } from "../ops/subtract";
import { sum } from "../ops/sum";
import { lostInQuotient } from "./bracket-slips";
import { isLone, isNumber } from "./reading";
import { type RuleName, rules } from "./rules";
import { none, roundedEarly, zForH } from "./slips";
import { type Slip, type Told, within } from "./told";

export const toldDivide: Told = {
  op: divide,
  tex: ({ inputs: [a, b] }, write) => {
    const [over, under] = [write.of(a!), write.of(b!)];
    // A fraction of two matrices written out could be read as something else than entry by entry.
    if (write.isWorked && !isLone(a!) && !isLone(b!)) {
      return { tex: `${within(over, 3)} \\oslash ${within(under, 3)}`, binds: 2 };
    }
    return { tex: `\\frac{${over.tex}}{${under.tex}}`, binds: 3 };
  },
  tells: ({ inputs: [a] }) => (isLone(a!) ? "Divide." : "Divide entry by entry."),
  slips: (
    [
      leftOut("divisor-left-out"),
      leftOut("half-left-out"),
      leftOut("sum-for-mean"),
      leftOut("bias-correction-left-out"),
      leftOut("softmax-not-normalised"),
      {
        rule: rules["product-for-quotient"],
        made: ({ inputs: [a, b] }) =>
          // 1 times b is 1 over b turned upside down.
          isNumber(a!, 1)
            ? none
            : [
                {
                  by: aside(multiply, [a!, b!]),
                  says: (write) => `multiplied by ${write.inline(b!)} instead of dividing by it`,
                },
              ],
      },
      {
        rule: rules["quotient-turned"],
        made: ({ inputs: [a, b] }) =>
          // Of 1 over a, that is the same as leaving the division out.
          isLone(b!) || !isLone(a!) ? [{ by: aside(divide, [b!, a!]) }] : [],
      },
      {
        rule: rules["mean-for-sum"],
        made: (node) => {
          const [a, b] = node.inputs;
          if (ruleOf(node) !== "sum-for-mean") return none;
          return [
            {
              by: aside(divide, [node, b!]),
              says: (write) => `divided ${write.inline(a!)} by ${write.inline(b!)} twice`,
              instead: () => "A mean divides by how many there are, once.",
            },
          ];
        },
      },
      ...lostInQuotient,
      roundedEarly,
      zForH,
    ] satisfies readonly Slip[]
  ).map((slip) => ({
    ...slip,
    made: (node) => (isOfMean(node) ? none : slip.made(node)),
  })),
};

/** The divisor left out, under the rule that this one is left out by. */
function leftOut(rule: RuleName): Slip {
  return {
    rule: rules[rule],
    made: (node) => {
      if (ruleOf(node) !== rule) return none;
      const [a, b] = node.inputs;
      return [{ by: a!, says: (write) => `didn’t divide by ${write.inline(b!)}` }];
    },
  };
}

/** 1/m on the way back through a mean, which no one writes by hand: it is told where it goes back to the entries. */
function isOfMean({ inputs: [a, b] }: Node): boolean {
  return isNumber(a!, 1) && b!.op === constant && b!.names.length === 0;
}

function ruleOf({ inputs: [a, b] }: Node): RuleName {
  if (isNumber(b!, 2)) return "half-left-out";
  if (b!.op === subtract && isNumber(b!.inputs[0]!, 1) && b!.inputs[1]!.op === power) {
    return "bias-correction-left-out";
  }
  if (a!.op === exp && b!.op === sum && b!.inputs[0]!.op === exp) return "softmax-not-normalised";
  return a!.op === sum ? "sum-for-mean" : "divisor-left-out";
}
