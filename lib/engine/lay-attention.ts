import type { Graph, Node } from "./graph";
import { attentionScores } from "./ops/attention-scores";
import { masked } from "./ops/masked";
import { matmul } from "./ops/matmul";
import { scaled } from "./ops/scaled";
import { softmaxRows } from "./ops/softmax-rows";

/** What attention is paid by, to and with. A token is a row, as in "Attention is all you need", and not a column as an example
 *  of a batch is: Q has a row a query, K and V a row a key. */
export interface AttentionInputs {
  readonly Q: Node;
  readonly K: Node;
  readonly V: Node;
  /** 1 where a query, a row, may see a key, a column, and 0 where not; without it each sees all. */
  readonly mask?: Node;
}

export interface LaidAttention {
  /** Q Kᵀ. */
  readonly scores: Node;
  /** The scores over √d, d the length of a key. */
  readonly scaled: Node;
  /** −∞ where the mask hides a key; without a mask, `scaled` itself. */
  readonly masked: Node;
  /** A softmax of every row. */
  readonly weights: Node;
  /** weights V, a row a query. */
  readonly output: Node;
}

/** Lays down one head of scaled dot-product attention. Throws ShapeError where its inputs do not fit. Source: arXiv
 *  1706.03762, 3.2.1. */
export function layAttention({ lay }: Graph, { Q, K, V, mask }: AttentionInputs): LaidAttention {
  const scores = lay(attentionScores, [Q, K]);
  const smaller = lay(scaled, [scores], K.cols);
  const seen = mask ? lay(masked, [smaller, mask], -Infinity) : smaller;
  const weights = lay(softmaxRows, [seen]);
  return { scores, scaled: smaller, masked: seen, weights, output: lay(matmul, [weights, V]) };
}
