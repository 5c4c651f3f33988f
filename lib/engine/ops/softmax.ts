import { minus } from "../cancelled";
import type { Node, Op } from "../graph";
import { expectShape } from "../shape-error";
import type { Tensor } from "../tensor";
import { columnSums, repeatRow } from "./column-sums";
import { multiply } from "./multiply";
import { subtract } from "./subtract";

/** e^z over the sum of e^z of its column, for each column by itself; the largest logit is taken off first, so that no
 *  e^z overflows. */
export const softmax: Op = {
  name: "softmax",
  shape: ([z]) => z!,
  value: (out, [z]) => {
    const { cols, data } = z!;
    for (let j = 0; j < cols; j++) {
      const shift = logSumExp(z!, j);
      for (let at = j; at < data.length; at += cols) out.data[at] = Math.exp(data[at]! - shift);
    }
  },
  pullback: (out, gradient, lay) => [lay(softmaxBack, [gradient, out])],
};

/** Back through a softmax, every output of which hangs on every z: p ⊙ (dp − pᵀdp), column by column. */
export const softmaxBack: Op = {
  name: "softmaxBack",
  shape: ([dp, p]) => {
    expectShape("the gradient", dp!, p!.rows, p!.cols);
    return p!;
  },
  value: (out, [dp, p]) => {
    const { cols, data } = p!;
    for (let j = 0; j < cols; j++) {
      let inner = 0;
      for (let at = j; at < data.length; at += cols) inner += data[at]! * dp!.data[at]!;
      for (let at = j; at < data.length; at += cols) {
        out.data[at] = data[at]! * minus(dp!.data[at]!, inner);
      }
    }
  },
  pullback: ({ inputs: [dp, p] }, gradient, lay) => {
    const both = (a: Node, b: Node) => lay(multiply, [a, b]);
    const inner = (a: Node) => lay(repeatRow, [lay(columnSums, [both(a, p!)])], p!);
    const from = lay(subtract, [dp!, inner(dp!)]);
    return [
      lay(softmaxBack, [gradient, p!]),
      lay(subtract, [both(gradient, from), both(dp!, inner(gradient))]),
    ];
  },
};

/** ln Σ e^z of column j. */
export function logSumExp({ cols, data }: Tensor, j: number): number {
  let top = -Infinity;
  for (let at = j; at < data.length; at += cols) top = Math.max(top, data[at]!);
  let total = 0;
  for (let at = j; at < data.length; at += cols) total += Math.exp(data[at]! - top);
  return top + Math.log(total);
}
