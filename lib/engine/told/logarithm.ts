import { aside, type Node, type Op } from "../graph";
import { divide } from "../ops/divide";
import { entry } from "../ops/entry";
import { log } from "../ops/logarithm";
import { subtract } from "../ops/subtract";
import { lostInLog } from "./bracket-slips";
import { lone, one, oneMinus } from "./laid";
import { isNumber, isOutput } from "./reading";
import { rules } from "./rules";
import { none, roundedEarly, zForH } from "./slips";
import type { Told } from "./told";

const ln10 = lone(Math.LN10);
const ln2 = lone(Math.LN2);

/** Whether a node is p, an entry of it, or 1 − p. */
function isOfOutput(a: Node): boolean {
  const { op, inputs } = a;
  if (op === (entry as Op) || (op === subtract && isNumber(inputs[0]!, 1))) {
    return isOfOutput(inputs.at(-1)!);
  }
  return isOutput(a);
}

export const toldLog: Told = {
  op: log,
  tex: ({ inputs: [a] }, write) => ({ tex: `\\ln\\left(${write.of(a!).tex}\\right)`, binds: 3 }),
  tells: () => "Take the natural logarithm.",
  slips: [
    {
      rule: rules["base-10-log"],
      made: (node) => [{ by: aside(divide, [node, ln10]) }],
    },
    {
      rule: rules["base-2-log"],
      made: (node) => [{ by: aside(divide, [node, ln2]) }],
    },
    {
      rule: rules["log-left-out"],
      made: ({ inputs: [a] }) => [
        { by: a!, says: (write) => `left out the logarithm of ${write.inline(a!)}` },
      ],
    },
    {
      rule: rules["one-minus-put-in"],
      made: ({ inputs: [a] }) => {
        if (!a!.data.every((v) => v > 0 && v < 1)) return none;
        return [
          {
            by: aside(log, [oneMinus(a!)]),
            says: (write) => `took the logarithm of 1 minus ${write.inline(a!)}`,
            instead: (write) => `It is the logarithm of ${write.inline(a!)} itself.`,
          },
        ];
      },
    },
    ...lostInLog,
    {
      rule: rules["distance-for-loss"],
      made: ({ inputs: [a] }) => (isOfOutput(a!) ? [{ by: aside(subtract, [a!, one]) }] : none),
    },
    roundedEarly,
    zForH,
  ],
};
