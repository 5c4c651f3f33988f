import { aside } from "../graph";
import { divide } from "../ops/divide";
import { log } from "../ops/logarithm";
import { lostInLog } from "./bracket-slips";
import { lone, oneMinus } from "./laid";
import { rules } from "./rules";
import { none, roundedEarly, zForH } from "./slips";
import type { Told } from "./told";

const ln10 = lone(Math.LN10);
const ln2 = lone(Math.LN2);

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
    roundedEarly,
    zForH,
  ],
};
