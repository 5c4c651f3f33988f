import { sqrt } from "../ops/sqrt";
import { halved } from "./laid";
import { rules } from "./rules";
import { roundedEarly } from "./slips";
import type { Told } from "./told";

export const toldSqrt: Told = {
  op: sqrt,
  tex: ({ inputs: [a] }, write) => ({ tex: `\\sqrt{${write.of(a!).tex}}`, binds: 4 }),
  tells: () => "Take the square root.",
  slips: [
    {
      rule: rules["root-left-out"],
      made: ({ inputs: [a] }) => [
        { by: a!, says: (write) => `left out the square root of ${write.inline(a!)}` },
      ],
    },
    {
      rule: rules["half-for-root"],
      made: ({ inputs: [a] }) => [{ by: halved(a!) }],
    },
    roundedEarly,
  ],
};
