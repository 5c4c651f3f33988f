import type { Op } from "../graph";
import { ShapeError } from "../shape-error";
import { entry } from "./entry";
import { multiply } from "./multiply";

/** The largest of all entries. The gradient goes to it alone; of several alike, to the first. */
export const max: Op = extreme("max", (v, best) => v > best);

/** The smallest of all entries. The gradient goes to it alone; of several alike, to the first. */
export const min: Op = extreme("min", (v, best) => v < best);

function extreme(name: string, isBetter: (v: number, best: number) => boolean): Op {
  const placeOf = (data: Float64Array) =>
    data.reduce((best, v, at) => (isBetter(v, data[best]!) ? at : best), 0);
  /** 1 where the entry stands, else 0: it moves with nothing. */
  const where: Op = {
    name: `${name}Where`,
    shape: ([a]) => a!,
    value: (out, [a]) => {
      out.data.fill(0);
      out.data[placeOf(a!.data)] = 1;
    },
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
