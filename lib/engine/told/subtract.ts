import { aside, type Node } from "../graph";
import { add } from "../ops/add";
import { multiply } from "../ops/multiply";
import { negate } from "../ops/negate";
import { subtract } from "../ops/subtract";
import { lostInDifference, putInAround, putInBeforePower } from "./bracket-slips";
import { twice } from "./laid";
import { isBias, isLone, isNumber, isOutput, isRate, isTarget } from "./reading";
import { rules } from "./rules";
import { none, zForH } from "./slips";
import { slopeOf } from "./slope-of";
import { slopeSlips } from "./slope-slips";
import { type Slip, type Told, type Write, within } from "./told";

export const toldSubtract: Told = {
  op: subtract,
  tex: ({ inputs: [a, b] }, write) => ({
    tex: `${write.of(a!).tex} - ${within(write.of(b!), 2)}`,
    binds: 1,
  }),
  tells: (node) =>
    stepOf(node)
      ? "Step against the gradient, as far as the learning rate says."
      : "Subtract the second from the first.",
  slips: [
    {
      rule: rules["term-left-out"],
      made: ({ inputs: [a, b] }) => {
        // 1 − a without its 1 or its a has a name of its own.
        if (isNumber(a!, 1)) return none;
        return [
          // Of a bias that is updated, it is its gradient that was forgotten.
          ...(isBias(a!)
            ? none
            : [{ by: a!, says: (write: Write) => `left out ${write.inline(b!)}` }]),
          {
            by: aside(negate, [b!]),
            times: 0.5,
            says: (write) => `left out ${write.inline(a!)}`,
          },
          {
            by: b!,
            times: 0.4,
            says: (write) => `gave ${write.inline(b!)} alone, without ${write.inline(a!)}`,
          },
        ];
      },
    },
    {
      rule: rules["one-minus-left-out"],
      made: (node) => {
        const [a, b] = node.inputs;
        if (!isNumber(a!, 1)) return none;
        return [
          {
            by: b!,
            says: (write) => `used ${write.inline(b!)} instead of ${write.inline(node)}`,
            instead: (write) => `It is ${write.inline(node)} that counts here.`,
          },
        ];
      },
    },
    added("plus-for-minus", (node) => !stepOf(node)),
    added("uphill", (node) => stepOf(node) !== undefined),
    turned("difference-turned", (node) => !isError(node)),
    turned("sign-turned", isError),
    {
      rule: rules["rate-left-out"],
      made: (node) => {
        const step = stepOf(node);
        // A rate that has a name is left out at the product that it is a factor of.
        if (!step || isRate(step.rate)) return none;
        return [{ by: aside(subtract, [node.inputs[0]!, step.gradient]) }];
      },
    },
    {
      rule: rules["two-put-in"],
      made: (node) => (isError(node) ? [{ by: twice(node) }] : none),
    },
    lostInDifference,
    putInAround,
    putInBeforePower,
    ...slopeSlips,
    zForH,
  ],
};

function added(rule: "plus-for-minus" | "uphill", isSuch: (node: Node) => boolean): Slip {
  return {
    rule: rules[rule],
    made: (node) => {
      if (!isSuch(node)) return none;
      const [a, b] = node.inputs;
      return [
        {
          by: aside(add, [a!, b!]),
          says: (write) => `added ${write.inline(b!)} instead of subtracting it`,
        },
      ];
    },
  };
}

function turned(rule: "difference-turned" | "sign-turned", isSuch: (node: Node) => boolean): Slip {
  return {
    rule: rules[rule],
    made: (node) => {
      if (!isSuch(node)) return none;
      const by = aside(subtract, [node.inputs[1]!, node.inputs[0]!]);
      return [
        {
          by,
          says: (write) =>
            `used ${write.inline(by)} instead of ${write.inline(node)}, which flips the sign`,
        },
      ];
    },
  };
}

/** p − y. */
function isError({ inputs: [a, b] }: Node): boolean {
  return isOutput(a!) && isTarget(b!);
}

/** The rate and the gradient of a − α g: by the rate's name, or since it alone is a lone number. */
function stepOf(node: Node) {
  const [from, step] = node.inputs;
  if (step!.op !== multiply || slopeOf(node)) return undefined;
  const [a, b] = step!.inputs;
  if (isRate(a!)) return { rate: a!, gradient: b! };
  if (isRate(b!)) return { rate: b!, gradient: a! };
  if (isLone(from!)) return undefined;
  if (isLone(a!) && !isLone(b!)) return { rate: a!, gradient: b! };
  return isLone(b!) && !isLone(a!) ? { rate: b!, gradient: a! } : undefined;
}
