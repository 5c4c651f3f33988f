import { aside } from "../graph";
import { matmul } from "../ops/matmul";
import { multiply } from "../ops/multiply";
import { rules } from "./rules";
import { type Told, within } from "./told";

export const toldMultiply: Told = {
  op: multiply,
  tex: ({ inputs: [a, b] }, write) => {
    const sign = a!.data.length === 1 || b!.data.length === 1 ? "\\," : "\\odot";
    return { tex: `${within(write.of(a!), 2)} ${sign} ${within(write.of(b!), 3)}`, binds: 2 };
  },
  tells: () => "Multiply entry by entry.",
  slips: [
    {
      rule: rules["factor-left-out"],
      made: ({ inputs: [a, b] }) =>
        [a!, b!].map((by, i) => ({
          by,
          says: (write) => `left out the factor ${write.inline(i === 0 ? b! : a!)}`,
        })),
    },
    {
      rule: rules["matrix-product-for-entries"],
      made: ({ inputs: [a, b] }) =>
        a!.cols === b!.rows && a!.rows > 1 ? [{ by: aside(matmul, [a!, b!]) }] : [],
    },
  ],
};
