import { type Node, shapeOf } from "@/lib/engine";
import { batch, batchedProduct, ofBatch } from "@/lib/engine/ops/batched-product";
import { spend, spendTensor } from "@/lib/exercise/language/budget";
import type { Laid } from "@/lib/exercise/language/laid";
import { Refusal } from "@/lib/exercise/language/refusal";
import { listAt, nodeAt } from "./arguments";
import type { FunctionTable, LayTools } from "./function";

export const batches: FunctionTable = {
  batchedProduct: {
    topic: "tensor",
    signature: "batchedProduct(As, Bs)",
    summary:
      "Each matrix of a list times its partner in another: b×n×k times b×k×m is b×n×m, a list again. Reach one by its place, batchedProduct(As, Bs)[0].",
    example: "batchedProduct([[[1, 2]], [[3, 4]]], [[[5], [6]], [[7], [8]]])",
    value: "[vector([17]), vector([53])]",
    arity: [2, 2],
    lay: (args, tools) => {
      const [As, Bs] = [batchAt(args, 0, "As", tools), batchAt(args, 1, "Bs", tools)];
      const [A, B, b] = [As[0]!, Bs[0]!, As.length];
      if (Bs.length !== b) {
        throw new Refusal(
          `As has ${b} matrices and Bs ${Bs.length}`,
          "Give a partner for each matrix: two lists of one length.",
        );
      }
      spendTensor(tools.meter, b * A.rows, Math.max(A.cols, B.cols));
      spend(tools.meter, b * A.data.length * B.cols);
      const laid = [As, Bs].map((matrices) => tools.lay(batch, matrices));
      const product = tools.lay(batchedProduct, laid, b);
      return As.map((_, i) => tools.lay(ofBatch, [product], { i, b }));
    },
  },
};

/** The matrices of a list, all of one shape. */
function batchAt(args: readonly Laid[], i: number, what: string, { lay }: LayTools): Node[] {
  const list = listAt(args, i, what);
  if (list.length === 0) throw new Refusal(`${what} has no matrix`, "Give one or more.");
  const matrices = list.map((_, j) => nodeAt(list, j, `matrix ${j + 1} of ${what}`, lay));
  const [first] = matrices as [Node];
  const odd = matrices.findIndex(({ rows, cols }) => rows !== first.rows || cols !== first.cols);
  if (odd < 0) return matrices;
  throw new Refusal(
    `matrix 1 of ${what} is ${shapeOf(first)} and matrix ${odd + 1} is ${shapeOf(matrices[odd]!)}`,
    "Give matrices of one shape.",
  );
}
