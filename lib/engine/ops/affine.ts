import { clearCancelled, largestOf } from "../cancelled";
import type { Op } from "../graph";
import { ShapeError, shapeOf } from "../shape-error";
import { addProduct, matmul, sizeOfEntry } from "./matmul";
import { rowSums } from "./sum";
import { transpose } from "./transpose";

/** W h + b, the weighted sums of a layer: one example a column of h, and the column b added to each. */
export const affine: Op = {
  name: "affine",
  shape: ([W, h, b]) => {
    if (W!.cols === h!.rows && b!.rows === W!.rows && b!.cols === 1) {
      return { rows: W!.rows, cols: h!.cols };
    }
    throw new ShapeError(`${shapeOf(W!)} times ${shapeOf(h!)} plus ${shapeOf(b!)} do not fit`);
  },
  value: ({ rows, cols, data }, inputs) => {
    const [W, h, b] = inputs;
    for (let i = 0, at = 0; i < rows; i++) {
      for (let j = 0; j < cols; j++) data[at++] = b!.data[i]!;
    }
    addProduct(data, W!, h!);
    const most = largestOf(b!.data) + W!.cols * largestOf(W!.data) * largestOf(h!.data);
    clearCancelled(data, most, sizeOfEntry, inputs);
  },
  pullback: ({ inputs: [W, h] }, gradient, lay) => [
    lay(matmul, [gradient, lay(transpose, [h!])]),
    lay(matmul, [lay(transpose, [W!]), gradient]),
    lay(rowSums, [gradient]),
  ],
};
