import type { Node } from "@/lib/engine";
import { layAttention } from "@/lib/engine/lay-attention";
import { attentionScores } from "@/lib/engine/ops/attention-scores";
import { masked } from "@/lib/engine/ops/masked";
import { scaled } from "@/lib/engine/ops/scaled";
import { limits, spend, spendTensor } from "@/lib/exercise/language/budget";
import { countAt, nodeAt } from "./arguments";
import type { FunctionTable, LayTools } from "./function";

export const attention: FunctionTable = {
  attention: {
    topic: "architecture",
    whole: "attention",
    signature: "attention(Q, K, V, mask)",
    summary:
      "One head of scaled dot-product attention: scores, Q Kᵀ; scaled, those over √d, d the length of a key; masked, −∞ where the mask has a 0; weights, a softmax of each row; output, weights times V. A token is a row here, in Q, K and V. Without a mask, each query sees all keys.",
    example: "attention([[1, 0]], [[4, 0], [4, 1]], [[2, 6], [4, 8]]).output",
    value: "matrix([[3, 7]])",
    arity: [3, 4],
    lay: (args, tools) => {
      const at = (i: number, what: string) => nodeAt(args, i, what, tools.lay);
      const [Q, K, V] = [at(0, "Q"), at(1, "K"), at(2, "V")];
      payFor(Q, K, tools);
      spend(tools.meter, Q.rows * V.data.length);
      const inputs = { Q, K, V, ...(args.length > 3 ? { mask: at(3, "mask") } : {}) };
      return { ...layAttention(tools.graph, inputs) };
    },
  },
  scores: {
    topic: "architecture",
    signature: "scores(Q, K)",
    summary: "Q Kᵀ, how well each query, a row of Q, goes with each key, a row of K.",
    example: "scores([[1, 2]], [[3, 4], [5, 6]])",
    value: "matrix([[11, 17]])",
    arity: [2, 2],
    lay: (args, tools) => {
      const [Q, K] = [nodeAt(args, 0, "Q", tools.lay), nodeAt(args, 1, "K", tools.lay)];
      payFor(Q, K, tools);
      return tools.lay(attentionScores, [Q, K]);
    },
  },
  scaled: {
    topic: "architecture",
    signature: "scaled(scores, d)",
    summary: "Every score over √d, d the length of a key.",
    example: "scaled([[6, 4]], 4)",
    value: "matrix([[3, 2]])",
    arity: [2, 2],
    lay: (args, { lay, meter }) => {
      const a = nodeAt(args, 0, "scores", lay);
      spendTensor(meter, a.rows, a.cols);
      return lay(scaled, [a], countAt(args, 1, "d", 1, limits.elements));
    },
  },
  masked: {
    topic: "architecture",
    signature: "masked(scores, mask)",
    summary:
      "The scores, those hidden with −∞ that the mask has a 0 for: a softmax of the row gives them no weight.",
    example: 'softmax(masked([[3, 3, 9]], [[1, 1, 0]]), "rows")',
    value: "matrix([[0.5, 0.5, 0]])",
    arity: [2, 2],
    mayBeInfinite: true,
    lay: (args, { lay, meter }) => {
      const [a, mask] = [nodeAt(args, 0, "scores", lay), nodeAt(args, 1, "mask", lay)];
      spendTensor(meter, a.rows, a.cols);
      return lay(masked, [a, mask], -Infinity);
    },
  },
};

function payFor(Q: Node, K: Node, { meter }: LayTools): void {
  spendTensor(meter, Q.rows, K.rows);
  spend(meter, Q.rows * K.data.length);
}
