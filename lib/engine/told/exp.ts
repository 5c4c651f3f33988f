import { exp } from "../ops/exp";
import { rules } from "./rules";
import { roundedEarly, zForH } from "./slips";
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
    roundedEarly,
    zForH,
  ],
};
