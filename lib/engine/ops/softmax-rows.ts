import type { Node, Op } from "../graph";
import type { Tensor } from "../tensor";
import { multiply } from "./multiply";
import { softmax, softmaxBack } from "./softmax";
import { subtract } from "./subtract";
import { rowSums } from "./sum";

/** e^z over the sum of e^z of its row, for each row by itself: an attention's weights, one query a row. */
export const softmaxRows: Op = {
  name: "softmaxRows",
  shape: ([z]) => z!,
  value: (out, [z]) => byColumns(softmax, out, [z!]),
  pullback: (out, gradient, lay) => [lay(softmaxRowsBack, [gradient, out])],
};

/** Back through a softmax along rows: p ⊙ (dp − Σ p dp), row by row. */
export const softmaxRowsBack: Op = {
  name: "softmaxRowsBack",
  shape: softmaxBack.shape,
  value: (out, inputs) => byColumns(softmaxBack, out, inputs),
  pullback: ({ inputs: [dp, p] }, gradient, lay) => {
    const both = (a: Node, b: Node) => lay(multiply, [a, b]);
    const from = lay(subtract, [dp!, lay(rowSums, [both(p!, dp!)])]);
    const taken = both(dp!, lay(rowSums, [both(gradient, p!)]));
    return [lay(softmaxRowsBack, [gradient, p!]), lay(subtract, [both(gradient, from), taken])];
  },
};

/** Works an op that goes column by column along rows. */
function byColumns(op: Op, out: Tensor, inputs: readonly Tensor[]): void {
  const turned = turnedOver(out);
  op.value(turned, inputs.map(turnedOver), undefined);
  out.data.set(turnedOver(turned).data);
}

function turnedOver({ rows, cols, data }: Tensor): Tensor {
  const turned = new Float64Array(data.length);
  for (let at = 0; at < data.length; at++) {
    turned[(at % cols) * rows + Math.floor(at / cols)] = data[at]!;
  }
  return { rows: cols, cols: rows, data: turned };
}
