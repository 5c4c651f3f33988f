import { negate } from "../ops/negate";
import { lostAfterMinus } from "./bracket-slips";
import { rules } from "./rules";
import { zForH } from "./slips";
import { type Told, within } from "./told";

export const toldNegate: Told = {
  op: negate,
  tex: ({ inputs: [a] }, write) => ({ tex: `-${within(write.of(a!), 2)}`, binds: 1 }),
  tells: () => "Turn the sign.",
  slips: [
    {
      rule: rules["minus-left-out"],
      made: ({ inputs: [a] }) => [
        {
          by: a!,
          says: (write) => `left out the minus sign in front of ${write.inline(a!)}`,
        },
      ],
    },
    lostAfterMinus,
    zForH,
  ],
};
