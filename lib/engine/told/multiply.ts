import { aside, type Node } from "../graph";
import { add } from "../ops/add";
import { divide } from "../ops/divide";
import { matmul } from "../ops/matmul";
import { multiply } from "../ops/multiply";
import { subtract } from "../ops/subtract";
import { repeat } from "../ops/sum";
import { lostInProduct } from "./bracket-slips";
import { oneMinus } from "./laid";
import { isDecay, isLone, isNumber, isRate } from "./reading";
import { type RuleName, rules } from "./rules";
import { none, zForH } from "./slips";
import { isOfOutput, slopeAgain, slopeOfFactor } from "./slope-again";
import { slopeOf } from "./slope-of";
import { slopeSlips } from "./slope-slips";
import { squaredSlips } from "./squared-slips";
import { type Made, type Slip, type Told, times, type Write, within } from "./told";

export const toldMultiply: Told = {
  op: multiply,
  tex: ({ inputs: [a, b] }, write) => {
    if (isOnes(b!)) return write.of(a!);
    const sign = isLone(a!) || isLone(b!) ? times(write, a!, b!) : "\\odot";
    const left = within(write.of(a!), sign === "\\odot" ? 3 : 2);
    return { tex: `${left} ${sign} ${within(write.of(b!), 3)}`, binds: 2 };
  },
  tells: ({ inputs: [a, b] }) => {
    if (slopeOf(a!) || slopeOf(b!)) return "Multiply by the slope of the activation.";
    return isLone(a!) || isLone(b!) ? "Multiply." : "Multiply entry by entry.";
  },
  slips: [
    leftOut("factor-left-out", isPlain),
    ...squaredSlips,
    leftOut("hidden-slope-left-out", (a, rest) => isSmooth(a) && !isOfOutput(rest, a)),
    leftOut("output-slope-left-out", (a, rest) => isSmooth(a) && isOfOutput(rest, a)),
    leftOut("rate-left-out", isRate),
    leftOut("square-factor-left-out", (a, rest) => isNumber(a, 2) && rest.op === subtract),
    leftOut("two-left-out", (a, rest) => isNumber(a, 2) && rest.op !== subtract),
    leftOut("half-left-out", (a) => isNumber(a, 0.5)),
    leftOut("minus-left-out", (a) => isNumber(a, -1), "left out the minus sign"),
    slopeAgain("output-slope-twice", isOfOutput),
    slopeOfFactor,
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
        const divided = (over: Node, under: Node, times: number): readonly Made[] => {
          if (!isLone(under) || isNumber(under, -1)) return none;
          return [
            {
              by: aside(divide, [over, under]),
              times,
              says: (write) => `divided by ${write.inline(under)} instead of multiplying by it`,
            },
          ];
        };
        return [...divided(a!, b!, 1), ...divided(b!, a!, isLone(b!) ? 0.5 : 1)];
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
    ...lostInProduct.map((slip) => ({
      ...slip,
      made: (node: Node) => (slopeOf(node) ? none : slip.made(node)),
    })),
    { ...zForH, made: (node) => (slopeOf(node) ? none : zForH.made(node)) },
  ],
};

/** The 1 of a gradient's beginning, spread over all that was added up. */
const isOnes = ({ op, data, names }: Node) =>
  op === (repeat as Node["op"]) && names.length === 0 && data.every((v) => v === 1);

/** A factor of one sort left out. */
function leftOut(
  rule: RuleName,
  isSuch: (factor: Node, rest: Node) => boolean,
  said?: string,
): Slip {
  return {
    rule: rules[rule],
    made: (node) => {
      const [a, b] = node.inputs;
      const without = (factor: Node, rest: Node): readonly Made[] => {
        // h and 1 − h are the factors of a slope, and have names of their own.
        if (!isSuch(factor, rest) || slopeOf(node)) return none;
        const says = (write: Write) => said ?? `left out the factor ${write.inline(factor)}`;
        return [{ by: rest, says, ...(isRest(factor) && { times: 0.5 }) }];
      };
      return [...without(a!, b!), ...without(b!, a!)];
    },
  };
}

/** Whether a factor is 1 − h: who leaves it out of a slope has taken h for the slope. */
const isRest = ({ op, inputs }: Node): boolean => op === subtract && isNumber(inputs[0]!, 1);

/** Whether a factor is none that has a rule of its own. A ReLU's slope that is left out is told at the slope itself. */
function isPlain(factor: Node, rest: Node): boolean {
  // Of a a, one factor left out is an exponent left out.
  if (factor === rest) return false;
  if (isRate(factor) || slopeOf(factor)) return false;
  return !writtenNumbers.some((v) => isNumber(factor, v));
}

const writtenNumbers = [2, 0.5, -1];

function isSmooth(factor: Node): boolean {
  const of = slopeOf(factor)?.of;
  return of === "sigmoid" || of === "tanh";
}

/** 1 − β in the place of β. */
function restOf(share: Node, of: Node): readonly Made[] {
  if (!isDecay(share) || share.names.length === 0) return none;
  return [
    {
      by: aside(multiply, [oneMinus(share), of]),
      says: (write) =>
        `used 1 minus ${write.inline(share)} instead of ${write.inline(share)} itself`,
    },
  ];
}
