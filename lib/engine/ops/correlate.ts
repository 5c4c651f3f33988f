import { unlessCancelled } from "../cancelled";
import type { Op, Shape } from "../graph";
import { ShapeError, shapeOf } from "../shape-error";
import type { Tensor } from "../tensor";

/** How a kernel goes over a matrix: how far it moves at a time, and how many rows of zeros stand above and below, how many
 *  columns of them left and right. */
export interface Sweep {
  readonly stride: number;
  readonly above: number;
  readonly left: number;
}

/** A sweep, and the shape of what the other two of input, kernel and output do not tell. */
export interface SweepBack extends Sweep {
  readonly whole: Shape;
}

/** The kernel laid on every place of the input, entry times entry and added up: cross-correlation, the kernel unturned, as
 *  deep-learning libraries do. With the two below, each is the gradient of Σ g K x by one of the three. */
export const correlate: Op<Sweep> = {
  name: "correlate",
  shape: ([x, kernel], sweep) => swept(x!, kernel!, sweep),
  value: (out, [x, kernel], sweep) =>
    filled(out, [x!, kernel!, out], sweep, (i, k, o) => [o, x!.data[i]! * kernel!.data[k]!]),
  pullback: ({ inputs: [x, kernel], settings }, gradient, lay) => [
    lay(inputBack, [gradient, kernel!], { ...settings, whole: x! }),
    lay(kernelBack, [gradient, x!], { ...settings, whole: kernel! }),
  ],
};

/** The gradient by the input: every entry of the gradient times the kernel, laid where the kernel lay, and added up. */
export const inputBack: Op<SweepBack> = {
  name: "inputBack",
  shape: (_, { whole: { rows, cols } }) => ({ rows, cols }),
  value: (out, [g, kernel], sweep) =>
    filled(out, [out, kernel!, g!], sweep, (i, k, o) => [i, g!.data[o]! * kernel!.data[k]!]),
  pullback: ({ inputs: [g, kernel], settings }, gradient, lay) => [
    lay(correlate, [gradient, kernel!], settings),
    lay(kernelBack, [g!, gradient], { ...settings, whole: kernel! }),
  ],
};

/** The gradient by the kernel: each weight's is the gradient times what the weight lay on, added up. */
export const kernelBack: Op<SweepBack> = {
  name: "kernelBack",
  shape: (_, { whole: { rows, cols } }) => ({ rows, cols }),
  value: (out, [g, x], sweep) =>
    filled(out, [x!, out, g!], sweep, (i, k, o) => [k, g!.data[o]! * x!.data[i]!]),
  pullback: ({ inputs: [g, x], settings }, gradient, lay) => [
    lay(correlate, [x!, gradient], settings),
    lay(inputBack, [g!, gradient], { ...settings, whole: x! }),
  ],
};

function swept(x: Shape, kernel: Shape, { stride, above, left }: Sweep): Shape {
  const rows = Math.floor((x.rows + 2 * above - kernel.rows) / stride) + 1;
  const cols = Math.floor((x.cols + 2 * left - kernel.cols) / stride) + 1;
  const isFair = Number.isInteger(stride) && stride > 0 && Math.min(above, left) >= 0;
  if (isFair && rows > 0 && cols > 0 && kernel.rows * kernel.cols > 0) return { rows, cols };
  throw new ShapeError(`a kernel of ${shapeOf(kernel)} does not fit on ${shapeOf(x)}`);
}

/** Fills `out` with sums of terms, each told by its places in input, kernel and output. */
function filled(
  out: Tensor,
  [x, kernel, swept]: readonly [Shape, Shape, Shape],
  { stride, above, left }: Sweep,
  term: (i: number, k: number, o: number) => readonly [at: number, term: number],
): void {
  out.data.fill(0);
  const sizes = new Float64Array(out.data.length);
  for (let o = 0; o < swept.rows * swept.cols; o++) {
    const top = Math.floor(o / swept.cols) * stride - above;
    const side = (o % swept.cols) * stride - left;
    for (let k = 0; k < kernel.rows * kernel.cols; k++) {
      const row = top + Math.floor(k / kernel.cols);
      const col = side + (k % kernel.cols);
      if (row < 0 || col < 0 || row >= x.rows || col >= x.cols) continue;
      const [at, v] = term(row * x.cols + col, k, o);
      out.data[at]! += v;
      sizes[at]! += Math.abs(v);
    }
  }
  for (let at = 0; at < sizes.length; at++) {
    out.data[at] = unlessCancelled(out.data[at]!, sizes[at]!);
  }
}
