import type { Op } from "../graph";
import { ShapeError, shapeOf } from "../shape-error";
import { type Convolution, convolution } from "./conv2d";

/** A sequence under a kernel, both columns or both rows, plus a lone bias where there is one; the kernel is unturned. */
export const conv1d: Op<Convolution> = convolution("conv1d", ([x, kernel], settings) => {
  const { stride, padding } = settings;
  if (x!.cols === 1 && kernel!.cols === 1) return { stride, above: padding, left: 0 };
  if (x!.rows === 1 && kernel!.rows === 1) return { stride, above: 0, left: padding };
  throw new ShapeError(`a kernel of ${shapeOf(kernel!)} does not run along ${shapeOf(x!)}`);
});
