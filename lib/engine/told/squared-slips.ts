import { aside } from "../graph";
import { add } from "../ops/add";
import { rules } from "./rules";
import { none } from "./slips";
import type { Slip } from "./told";

/** What goes wrong in a a, a product that is a square. */
export const squaredSlips: readonly Slip[] = [
  {
    rule: rules["exponent-left-out"],
    made: (node) => {
      const [a, b] = node.inputs;
      if (a !== b) return none;
      return [
        { by: a!, says: (write) => `used ${write.inline(a!)} instead of ${write.inline(node)}` },
      ];
    },
  },
  {
    rule: rules["times-for-power"],
    made: ({ inputs: [a, b] }) =>
      a === b
        ? [
            {
              by: aside(add, [a!, a!]),
              says: (write) => `doubled ${write.inline(a!)} instead of squaring it`,
            },
          ]
        : none,
  },
];
