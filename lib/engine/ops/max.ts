import type { Op } from "../graph";
import { ShapeError } from "../shape-error";
import { entry } from "./entry";
import { multiply } from "./multiply";
import { placeOfLargest, type Taking } from "./place-of-largest";

/** The largest of all entries. The gradient goes to it alone; of several alike, to the first. */
export const max: Op = extreme("max", (data) => data);

/** The smallest of all entries. The gradient goes to it alone; of several alike, to the first. */
export const min: Op = extreme("min", (data) => data.map((v) => -v));

function extreme(name: string, ranked: (data: Float64Array) => Float64Array): Op {
  const placeOf = (data: Float64Array, taking?: Taking) =>
    placeOfLargest(ranked(data), [...data.keys()], taking);
  /** 1 where the entry stands, else 0: it moves with nothing. */
  const where: Op<Taking | undefined> = {
    name: `${name}Where`,
    shape: ([a]) => a!,
    value: (out, [a], taking) => {
      out.data.fill(0);
      out.data[placeOf(a!.data, taking)] = 1;
    },
    takingLast: () => ({ takes: "last" }),
  };
  return {
    name,
    shape: ([a]) => {
      if (a!.data.length > 0) return { rows: 1, cols: 1 };
      throw new ShapeError(`no entries have a ${name}`);
    },
    value: (out, [a]) => entry.value(out, [a!], placeOf(a!.data)),
    pullback: ({ inputs: [a] }, gradient, lay) => [lay(multiply, [gradient, lay(where, [a!])])],
  };
}
