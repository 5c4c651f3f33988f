import { aside, type Node } from "../graph";
import { add } from "../ops/add";
import { divide } from "../ops/divide";
import { lossBack } from "../ops/loss";
import { matmul } from "../ops/matmul";
import { multiply } from "../ops/multiply";
import { subtract } from "../ops/subtract";
import { oneMinus } from "./laid";
import { isDecay, isLone, isNumber, isOutput, isRate } from "./reading";
import { type RuleName, rules } from "./rules";
import { none, zForH } from "./slips";
import { slopeOf } from "./slope-of";
import { slopeSlips } from "./slope-slips";
import { type Made, type Slip, type Told, type Write, within } from "./told";

export const toldMultiply: Told = {
  op: multiply,
  tex: ({ inputs: [a, b] }, write) => {
    const sign = isLone(a!) || isLone(b!) ? "\\," : "\\odot";
    return { tex: `${within(write.of(a!), 2)} ${sign} ${within(write.of(b!), 3)}`, binds: 2 };
  },
  tells: ({ inputs: [a, b] }) => {
    if (slopeOf(a!) || slopeOf(b!)) return "Multiply by the slope of the activation.";
    return isLone(a!) || isLone(b!) ? "Multiply." : "Multiply entry by entry.";
  },
  slips: [
    leftOut("factor-left-out"),
    leftOut("hidden-slope-left-out"),
    leftOut("output-slope-left-out"),
    leftOut("rate-left-out"),
    leftOut("square-factor-left-out"),
    leftOut("two-left-out", () => "left out the factor 2"),
    leftOut("half-left-out", () => "left out the factor ½"),
    leftOut("minus-left-out", () => "left out the minus sign"),
    slopeAgain("output-slope-twice", isOfOutput),
    slopeAgain("slope-put-in", (of, slope) => !isOfOutput(of, slope)),
    ...slopeSlips,
    {
      rule: rules["matrix-product-for-entries"],
      made: ({ inputs: [a, b] }) =>
        a!.cols === b!.rows && a!.rows > 1 ? [{ by: aside(matmul, [a!, b!]) }] : none,
    },
    {
      rule: rules["quotient-for-product"],
      made: ({ inputs: [a, b] }) => {
        const [over, under] = isLone(b!) ? [a!, b!] : [b!, a!];
        if (!isLone(under) || isNumber(under, -1)) return none;
        return [
          {
            by: aside(divide, [over, under]),
            says: (write) => `divided by ${write.inline(under)} instead of multiplying by it`,
          },
        ];
      },
    },
    {
      rule: rules["sum-for-product"],
      made: (node) => {
        const [a, b] = node.inputs;
        // h and 1 − h add up to what is left of a slope that is left out.
        if (!isLone(a!) || !isLone(b!) || slopeOf(node)) return none;
        return [{ by: aside(add, [a!, b!]) }];
      },
    },
    {
      rule: rules["one-minus-put-in"],
      made: ({ inputs: [a, b] }) => [...restOf(a!, b!), ...restOf(b!, a!)],
    },
    { ...zForH, made: (node) => (slopeOf(node) ? none : zForH.made(node)) },
  ],
};

/** A factor left out, under the rule that this factor is left out by. */
function leftOut(rule: RuleName, says?: () => string): Slip {
  return {
    rule: rules[rule],
    made: (node) => {
      if (slopeOf(node)) return none;
      const [a, b] = node.inputs;
      const without = (factor: Node, rest: Node): readonly Made[] => {
        if (ruleOf(factor, rest) !== rule) return none;
        const said = (write: Write) => `left out the factor ${write.inline(factor)}`;
        return [{ by: rest, says: says ?? said }];
      };
      return [...without(a!, b!), ...without(b!, a!)];
    },
  };
}

function ruleOf(factor: Node, rest: Node): RuleName | undefined {
  if (isRate(factor)) return "rate-left-out";
  if (isNumber(factor, 2)) return rest.op === subtract ? "square-factor-left-out" : "two-left-out";
  if (isNumber(factor, 0.5)) return "half-left-out";
  if (isNumber(factor, -1)) return "minus-left-out";
  const slope = slopeOf(factor);
  if (!slope) return "factor-left-out";
  // A ReLU's slope that is left out is told at the slope itself.
  if (slope.of === "relu" || slope.of === "leakyRelu") return undefined;
  return isOfOutput(rest, factor) ? "output-slope-left-out" : "hidden-slope-left-out";
}

/** Whether a gradient is multiplied by the slope of the output's activation. */
function isOfOutput(gradient: Node, slope: Node): boolean {
  if (gradient.op === lossBack) return true;
  const h = slopeOf(slope)?.h;
  return h !== undefined && isOutput(h);
}

function slopeAgain(
  rule: "output-slope-twice" | "slope-put-in",
  isSuch: (gradient: Node, slope: Node) => boolean,
): Slip {
  return {
    rule: rules[rule],
    made: (node) => {
      const [a, b] = node.inputs;
      const [gradient, slope] = slopeOf(b!) ? [a!, b!] : [b!, a!];
      const { of } = slopeOf(slope) ?? {};
      if (of !== "sigmoid" && of !== "tanh") return none;
      if (!isSuch(gradient, slope)) return none;
      return [
        {
          by: aside(multiply, [node, slope]),
          says: () => "multiplied by the derivative of the activation twice",
        },
      ];
    },
  };
}

/** 1 − β in the place of β. */
function restOf(share: Node, of: Node): readonly Made[] {
  if (!isDecay(share) || share.names.length === 0) return none;
  return [
    {
      by: aside(multiply, [oneMinus(share), of]),
      says: (write) => `used $1 -$ ${write.inline(share)} instead of ${write.inline(share)}`,
    },
  ];
}
