import { aside } from "../graph";
import { stack } from "../ops/stack";
import { rules } from "./rules";
import { none, zForH } from "./slips";
import type { Told } from "./told";

export const toldStack: Told = {
  op: stack,
  tex: ({ inputs }, write) => {
    const rows = inputs.map((input) => write.of(input).tex).join(" \\\\ ");
    return { tex: `\\begin{bmatrix} ${rows} \\end{bmatrix}`, binds: 4 };
  },
  tells: () => "Write them under one another.",
  slips: [
    {
      rule: rules["order-turned"],
      made: ({ inputs }) =>
        inputs.length > 1 ? [{ by: aside(stack, [...inputs].reverse()) }] : none,
    },
    zForH,
  ],
};
