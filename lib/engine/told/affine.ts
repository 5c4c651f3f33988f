import { aside } from "../graph";
import { affine } from "../ops/affine";
import { matmul } from "../ops/matmul";
import { subtract } from "../ops/subtract";
import { transposed, withInput } from "./laid";
import { rules } from "./rules";
import { isTurnable, none, roundedEarly, xForH, zForH } from "./slips";
import { inputLeftOut, signLost } from "./sum-of-products-slips";
import { type Told, times, within } from "./told";

export const toldAffine: Told = {
  op: affine,
  tex: ({ inputs: [W, h, b] }, write) => ({
    tex: `${within(write.of(W!), 2)} ${times(write, W!, h!)} ${within(write.of(h!), 3)} + ${within(write.of(b!), 2)}`,
    binds: 1,
  }),
  tells: () => "Multiply the inputs by their weights, add them up, and add the bias.",
  slips: [
    {
      rule: rules["bias-left-out"],
      made: ({ inputs: [W, h, b] }) => [
        {
          by: aside(matmul, [W!, h!]),
          says: (write) => `left out the bias ${write.inline(b!)}`,
        },
      ],
    },
    {
      rule: rules["bias-subtracted"],
      made: ({ inputs: [W, h, b] }) => [
        {
          by: aside(subtract, [aside(matmul, [W!, h!]), b!]),
          says: (write) => `subtracted the bias ${write.inline(b!)} instead of adding it`,
        },
      ],
    },
    {
      rule: rules["weights-read-crosswise"],
      made: (node) => {
        const W = node.inputs[0]!;
        if (!isTurnable(W)) return none;
        return [
          {
            by: withInput(node, 0, transposed(W)),
            says: (write) =>
              `read ${write.inline(W)} crosswise, going down its columns instead of along its rows`,
          },
        ];
      },
    },
    signLost,
    inputLeftOut,
    xForH(1),
    zForH,
    roundedEarly,
  ],
};
