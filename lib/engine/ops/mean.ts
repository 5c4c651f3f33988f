import type { Op } from "../graph";
import { constant } from "./constant";
import { divide } from "./divide";
import { repeat, sum } from "./sum";

/** The mean of all entries; NaN of none. */
export const mean: Op = {
  name: "mean",
  shape: () => ({ rows: 1, cols: 1 }),
  value: (out, [a]) => {
    sum.value(out, [a!], undefined);
    out.data[0]! /= a!.data.length;
  },
  pullback: ({ inputs: [a] }, gradient, lay) => {
    const count = { rows: 1, cols: 1, data: Float64Array.of(a!.data.length) };
    return [lay(repeat, [lay(divide, [gradient, lay(constant, [], count)])], a!)];
  },
};
