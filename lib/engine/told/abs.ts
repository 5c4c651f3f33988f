import { abs } from "../ops/abs";
import { sign } from "../ops/sign";
import { rules } from "./rules";
import { zForH } from "./slips";
import type { Told } from "./told";

export const toldAbs: Told = {
  op: abs,
  tex: ({ inputs: [a] }, write) => ({ tex: `\\left|${write.of(a!).tex}\\right|`, binds: 4 }),
  tells: () => "Take the absolute value.",
  slips: [
    {
      rule: rules["absolute-value-left-out"],
      made: ({ inputs: [a] }) => [
        {
          by: a!,
          says: (write) => `used ${write.inline(a!)} with its sign instead of its absolute value`,
        },
      ],
    },
    zForH,
  ],
};

export const toldSign: Told = {
  op: sign,
  tex: ({ inputs: [a] }, write) => ({
    tex: `\\operatorname{sign}\\left(${write.of(a!).tex}\\right)`,
    binds: 3,
  }),
  tells: () => "Keep only the sign: 1 or −1.",
  slips: [],
};
