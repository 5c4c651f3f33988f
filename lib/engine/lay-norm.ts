import type { Graph, Node } from "./graph";
import type { Axis } from "./ops/axis";
import { means } from "./ops/means";
import { scaleShift } from "./ops/scale-shift";
import { standardised } from "./ops/standardised";
import { variances } from "./ops/variances";

/** What is normalised, one example a column, and how it is scaled and shifted after: gamma and beta have one entry a row. */
export interface NormInputs {
  readonly x: Node;
  readonly gamma: Node;
  readonly beta: Node;
  /** The small number added to the variance below the root. */
  readonly epsilon: number;
}

export interface LaidNorm {
  readonly mean: Node;
  /** Over n, not n − 1. */
  readonly variance: Node;
  readonly xhat: Node;
  readonly y: Node;
}

/** Lays down a layer norm: every column, an example, by its own mean and variance over the features, each a row. */
export function layLayerNorm(graph: Graph, inputs: NormInputs): LaidNorm {
  return layNorm(graph, inputs, "columns");
}

/** Lays down a batch norm as in training: every row, a feature, by its own mean and variance over the examples, each a
 *  column. */
export function layBatchNorm(graph: Graph, inputs: NormInputs): LaidNorm {
  return layNorm(graph, inputs, "rows");
}

function layNorm({ lay }: Graph, { x, gamma, beta, epsilon }: NormInputs, axis: Axis): LaidNorm {
  const mean = lay(means, [x], axis);
  const variance = lay(variances, [x], axis);
  const xhat = lay(standardised, [x, mean, variance], { axis, epsilon });
  return { mean, variance, xhat, y: lay(scaleShift, [xhat, gamma, beta]) };
}
