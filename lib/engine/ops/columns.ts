import type { Op, Shape } from "../graph";
import { ShapeError, shapeOf } from "../shape-error";
import type { Tensor } from "../tensor";

/** The columns of a matrix by their places, counted from 1: an embedding look-up, one token a column. The places are a column
 *  or a row of whole numbers; the same may stand there more than once. */
export const columns: Op = {
  name: "columns",
  shape: ([a, places]) => {
    const odd = places!.data.find((place) => !isPlace(a!, place));
    if (odd === undefined) return { rows: a!.rows, cols: places!.data.length };
    throw new ShapeError(`${shapeOf(a!)} has no column ${odd}`);
  },
  value: (out, [a, places]) => {
    for (let at = 0; at < out.data.length; at++) {
      const place = places!.data[at % out.cols]!;
      const row = Math.floor(at / out.cols);
      out.data[at] = isPlace(a!, place) ? a!.data[row * a!.cols + place - 1]! : NaN;
    }
  },
  pullback: ({ inputs: [a, places] }, gradient, lay) => [
    lay(columnsBack, [gradient, places!], a!),
    undefined,
  ],
};

/** The gradient by the whole matrix: each column's goes where it was read, and is added where one was read twice. */
export const columnsBack: Op<Shape> = {
  name: "columnsBack",
  shape: (_, { rows, cols }) => ({ rows, cols }),
  value: (out, [g, places]) => {
    out.data.fill(0);
    for (let at = 0; at < g!.data.length; at++) {
      const place = places!.data[at % g!.cols]!;
      const row = Math.floor(at / g!.cols);
      if (isPlace(out, place)) out.data[row * out.cols + place - 1]! += g!.data[at]!;
    }
  },
  pullback: ({ inputs: [, places] }, gradient, lay) => [
    lay(columns, [gradient, places!]),
    undefined,
  ],
};

const isPlace = ({ cols }: Tensor, place: number) =>
  Number.isInteger(place) && place >= 1 && place <= cols;
