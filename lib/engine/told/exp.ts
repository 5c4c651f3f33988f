import { aside } from "../graph";
import { exp } from "../ops/exp";
import { negate } from "../ops/negate";
import { rules } from "./rules";
import { none, roundedEarly, zForH } from "./slips";
import type { Told } from "./told";

export const toldExp: Told = {
  op: exp,
  tex: ({ inputs: [a] }, write) => ({ tex: `e^{${write.of(a!).tex}}`, binds: 3 }),
  tells: () => "Raise $e$ to this power.",
  slips: [
    {
      rule: rules["exp-left-out"],
      made: (node) => {
        const a = node.inputs[0]!;
        return [
          { by: a, says: (write) => `used ${write.inline(a)} instead of ${write.inline(node)}` },
        ];
      },
    },
    {
      rule: rules["minus-put-in"],
      made: ({ inputs: [a] }) =>
        // Two signs are one that was left out before.
        a!.op === negate
          ? none
          : [
              {
                by: aside(exp, [aside(negate, [a!])]),
                says: (write) => `put a minus sign in front of ${write.inline(a!)} in the exponent`,
              },
            ],
    },
    roundedEarly,
    zForH,
  ],
};
