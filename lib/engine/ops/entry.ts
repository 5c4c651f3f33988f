import type { Op, Shape } from "../graph";
import { ShapeError, shapeOf } from "../shape-error";

/** One entry, by its place in the rows one after the other, from 0. */
export const entry: Op<number> = {
  name: "entry",
  shape: ([a], at) => {
    if (at < a!.data.length) return { rows: 1, cols: 1 };
    throw new ShapeError(`${shapeOf(a!)} has no entry ${at + 1}`);
  },
  value: (out, [a], at) => {
    out.data[0] = a!.data[at]!;
  },
  pullback: ({ inputs: [a], settings }, gradient, lay) => [
    lay(placed, [gradient], { shape: a!, at: settings }),
  ],
};

/** Zeros but for one entry. */
export const placed: Op<{ readonly shape: Shape; readonly at: number }> = {
  name: "placed",
  shape: (_, { shape: { rows, cols } }) => ({ rows, cols }),
  value: (out, [a], { at }) => {
    out.data.fill(0);
    out.data[at] = a!.data[0]!;
  },
  pullback: ({ settings }, gradient, lay) => [lay(entry, [gradient], settings.at)],
};
