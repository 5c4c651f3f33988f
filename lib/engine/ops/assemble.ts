import type { Op, Shape } from "../graph";
import { entry } from "./entry";

/** A matrix of lone numbers, row by row. */
export const assemble: Op<Shape> = {
  name: "assemble",
  shape: (_, { rows, cols }) => ({ rows, cols }),
  value: (out, inputs) => {
    for (const [i, { data }] of inputs.entries()) out.data[i] = data[0]!;
  },
  pullback: ({ inputs }, gradient, lay) => inputs.map((_, i) => lay(entry, [gradient], i)),
};
