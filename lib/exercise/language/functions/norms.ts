import type { Graph, Node } from "@/lib/engine";
import { type LaidNorm, layBatchNorm, layLayerNorm, type NormInputs } from "@/lib/engine/lay-norm";
import { constant } from "@/lib/engine/ops/constant";
import { dropout } from "@/lib/engine/ops/dropout";
import { spend, spendTensor } from "@/lib/exercise/language/budget";
import { type Laid, toValue } from "@/lib/exercise/language/laid";
import { Refusal } from "@/lib/exercise/language/refusal";
import { laidOptionsAt, nodeAt, numberAt } from "./arguments";
import type { FunctionTable, LaidDown, LanguageFunction, LayTools } from "./function";

export const norms: FunctionTable = {
  layerNorm: normOf(
    "layerNorm(x, { gamma, beta, epsilon })",
    "Every column, an example, by its own mean and variance over the features: mean, variance (over n, not n − 1), xhat and y = gamma xhat + beta. gamma and beta have an entry a row, 1 and 0 by default; epsilon, below the root, is 1e−5.",
    "layerNorm([1, 3], { epsilon: 0 }).xhat",
    "vector([-1, 1])",
    "layer norm",
    layLayerNorm,
  ),
  batchNorm: normOf(
    "batchNorm(x, { gamma, beta, epsilon })",
    "Every row, a feature, by its own mean and variance over the examples of the batch, as in training; otherwise as layerNorm.",
    "batchNorm([[1, 3]], { gamma: [2], beta: [5], epsilon: 0 }).y",
    "matrix([[3, 7]])",
    "batch norm",
    layBatchNorm,
  ),
  dropout: {
    topic: "architecture",
    signature: "dropout(h, mask, rate)",
    summary:
      "h with those entries dropped that the mask has a 0 for, and the rest divided by 1 − rate.",
    example: "dropout([1, 2, 3], [1, 0, 1], 0.5)",
    value: "vector([2, 0, 6])",
    arity: [3, 3],
    lay: (args, { lay, meter }) => {
      const [h, mask] = [nodeAt(args, 0, "h", lay), nodeAt(args, 1, "mask", lay)];
      const rate = numberAt([toValue(args[2]!)], 0, "rate");
      if (!(rate >= 0 && rate < 1)) {
        throw new Refusal(`rate is ${rate}`, "Use a number from 0 to below 1, such as 0.5.");
      }
      spendTensor(meter, h.rows, h.cols);
      return lay(dropout, [h, mask], rate);
    },
  },
};

function normOf(
  signature: string,
  summary: string,
  example: string,
  value: string,
  whole: string,
  layNorm: (graph: Graph, inputs: NormInputs) => LaidNorm,
): LanguageFunction {
  const lay: LaidDown["lay"] = (args, tools) => {
    const x = nodeAt(args, 0, "x", tools.lay);
    const options = laidOptionsAt(args, 1, ["gamma", "beta", "epsilon"]);
    const epsilon = numberAt([options.epsilon ? toValue(options.epsilon) : 1e-5], 0, "epsilon");
    if (!(epsilon >= 0)) throw new Refusal(`epsilon is ${epsilon}`, "Use 0 or more.");
    spendTensor(tools.meter, x.rows, x.cols);
    spend(tools.meter, 5 * x.data.length);
    const gamma = ofEachRow(options.gamma, "gamma", 1, { x, tools });
    const beta = ofEachRow(options.beta, "beta", 0, { x, tools });
    return { ...layNorm(tools.graph, { x, gamma, beta, epsilon }) };
  };
  return { topic: "architecture", whole, signature, summary, example, value, arity: [1, 2], lay };
}

function ofEachRow(
  option: Laid | undefined,
  what: string,
  standard: number,
  { x, tools: { lay } }: { readonly x: Node; readonly tools: LayTools },
): Node {
  if (option !== undefined) return nodeAt([option], 0, what, lay);
  const data = new Float64Array(x.rows).fill(standard);
  return lay(constant, [], { rows: x.rows, cols: 1, data });
}
