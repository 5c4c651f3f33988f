import type { Node, Op } from "../graph";
import { expectShape } from "../shape-error";
import type { Tensor } from "../tensor";
import { correlate, inputBack, kernelBack, type Sweep } from "./correlate";
import { sum } from "./sum";

/** How far the kernel moves at a time, and how many zeros stand around the input. */
export interface Convolution {
  readonly stride: number;
  readonly padding: number;
}

/** A matrix under a kernel, plus a lone bias where there is one: cross-correlation, the kernel unturned, as deep-learning
 *  libraries do. What has more channels is a sum of these. */
export const conv2d: Op<Convolution> = convolution("conv2d", (_, { stride, padding }) => ({
  stride,
  above: padding,
  left: padding,
}));

/** A convolution by the way its kernel takes, which may hang on how input and kernel lie. */
export function convolution(
  name: string,
  sweepOf: (inputs: readonly Tensor[], settings: Convolution) => Sweep,
): Op<Convolution> {
  return {
    name,
    shape: (inputs, settings) => {
      if (inputs[2]) expectShape("the bias", inputs[2], 1, 1);
      return correlate.shape(inputs, sweepOf(inputs, settings));
    },
    value: (out, inputs, settings) => {
      correlate.value(out, inputs, sweepOf(inputs, settings));
      const bias = inputs[2]?.data[0] ?? 0;
      for (let at = 0; at < out.data.length; at++) out.data[at]! += bias;
    },
    pullback: ({ inputs, settings }, gradient, lay) => {
      const [x, kernel, bias] = inputs as readonly [Node, Node, Node?];
      const sweep = sweepOf(inputs, settings);
      const back = [
        lay(inputBack, [gradient, kernel], { ...sweep, whole: x }),
        lay(kernelBack, [gradient, x], { ...sweep, whole: kernel }),
      ];
      return bias ? [...back, lay(sum, [gradient])] : back;
    },
  };
}
