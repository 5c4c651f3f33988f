import type { Shape } from "../graph";
import { ShapeError, shapeOf } from "../shape-error";

/** The windows of a pooling: their shape, and how far each stands from the one before. */
export interface Pooling extends Shape {
  readonly stride: number;
}

/** How many windows lie whole in a matrix, down and across. Throws ShapeError where none does. */
export function windowsIn(x: Shape, { rows, cols, stride }: Pooling): Shape {
  const down = Math.floor((x.rows - rows) / stride) + 1;
  const across = Math.floor((x.cols - cols) / stride) + 1;
  const isFair = Number.isInteger(stride) && stride > 0 && rows > 0 && cols > 0;
  if (isFair && down > 0 && across > 0) return { rows: down, cols: across };
  throw new ShapeError(`${shapeOf(x)} has no window of ${rows}×${cols}`);
}

/** The places in the matrix that window `o` covers, row by row. */
export function placesIn(x: Shape, pooling: Pooling, o: number): number[] {
  const { rows, cols, stride } = pooling;
  const across = windowsIn(x, pooling).cols;
  const top = Math.floor(o / across) * stride;
  const left = (o % across) * stride;
  return Array.from({ length: rows * cols }, (_, k) => {
    return (top + Math.floor(k / cols)) * x.cols + left + (k % cols);
  });
}
