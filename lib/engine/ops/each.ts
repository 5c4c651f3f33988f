import type { Op, Shape } from "../graph";
import { ShapeError, shapeOf } from "../shape-error";
import type { Tensor } from "../tensor";

/** A number from those of up to three tensors in one place. */
export type OfEach = (a: number, b: number, c: number) => number;

/** A function of its own of every entry, in the shape of the first input: the others have that shape, or are a lone number, a
 *  row or a column that stands for all. For what no other op comes to; there is no way back through it. */
export const each: Op<OfEach> = {
  name: "each",
  shape: ([a, ...others]) => {
    for (const other of others) {
      const rows = other.rows === a!.rows || other.rows === 1;
      if (rows && (other.cols === a!.cols || other.cols === 1)) continue;
      throw new ShapeError(`${shapeOf(a!)} and ${shapeOf(other)} do not fit`);
    }
    return a!;
  },
  value: (out, [a, b = a, c = a], f) => {
    const { cols, data } = out;
    for (let i = 0; i < data.length; i++) {
      data[i] = f(
        a!.data[i]!,
        b!.data[placeIn(b!, a!, cols, i)]!,
        c!.data[placeIn(c!, a!, cols, i)]!,
      );
    }
  },
};

function placeIn(one: Tensor, whole: Shape, cols: number, i: number): number {
  if (one.rows === whole.rows) return one.cols === cols ? i : Math.floor(i / cols);
  return one.cols === cols ? i % cols : 0;
}
