import { aside } from "../graph";
import { add } from "../ops/add";
import { constant } from "../ops/constant";
import { multiply } from "../ops/multiply";
import { power } from "../ops/power";
import { square } from "../ops/square";
import { lostInPower } from "./bracket-slips";
import { lone } from "./laid";
import { rules } from "./rules";
import { none, zForH } from "./slips";
import { grouped, type Slip, type Told, within } from "./told";

export const toldPower: Told = {
  op: power,
  tex: ({ inputs: [a, b] }, write) => ({
    tex: `${grouped(within(write.of(a!), 4))}^{${write.of(b!).tex}}`,
    binds: 3,
  }),
  tells: () => "Raise to the power.",
  slips: [
    exponentLeftOut(),
    {
      rule: rules["times-for-power"],
      made: ({ inputs: [a, b] }) => [
        {
          by: aside(multiply, [a!, b!]),
          says: (write) => `multiplied by ${write.inline(b!)} instead of using it as the exponent`,
        },
      ],
    },
    {
      rule: rules["exponent-one-off"],
      made: ({ inputs: [a, b] }) => {
        const v = b!.data[0]!;
        // Of a written number, 1 less may be no exponent at all, and a square is no cube that was miscounted.
        const isWritten = b!.op === constant && b!.names.length === 0;
        if (b!.data.length !== 1 || (isWritten && (v === 2 || !Number.isInteger(v)))) return none;
        const steps = v > 2 || !Number.isInteger(v) ? [-1, 1] : [1];
        return steps.map((step) => ({ by: aside(power, [a!, aside(add, [b!, lone(step)])]) }));
      },
    },
    ...lostInPower,
    zForH,
  ],
};

export const toldSquare: Told = {
  op: square,
  tex: ({ inputs: [a] }, write) => ({ tex: `{${within(write.of(a!), 4)}}^2`, binds: 3 }),
  tells: ({ data }) => (data.length === 1 ? "Square it." : "Square every entry."),
  slips: [
    exponentLeftOut(),
    {
      rule: rules["times-for-power"],
      made: ({ inputs: [a] }) => [
        {
          by: aside(add, [a!, a!]),
          says: (write) => `doubled ${write.inline(a!)} instead of squaring it`,
        },
      ],
    },
    {
      rule: rules["half-put-in"],
      made: (node) => [{ by: aside(multiply, [lone(0.5), node]) }],
    },
    ...lostInPower,
    zForH,
  ],
};

function exponentLeftOut(): Slip {
  return {
    rule: rules["exponent-left-out"],
    made: (node) => {
      const a = node.inputs[0]!;
      return [
        { by: a, says: (write) => `used ${write.inline(a)} instead of ${write.inline(node)}` },
      ];
    },
  };
}
