import { type Activation, logSumExp } from "./activations";
import { type Rules, rightRules } from "./rules";
import { expectShape } from "./shape-error";
import { sum, type Tensor, zeros } from "./tensor";

export type Loss = "binary-cross-entropy" | "cross-entropy" | "mean-squared-error";

/** What one output adds to the loss of its example, and beside it the derivative by that output, ∂loss/∂p. */
interface LossPair {
  /** From the target y and the output, which is p, or a logit where the pair is for logits. */
  of(y: number, output: number): number;
  slope(y: number, output: number): number;
}

/** Every loss from p. An example's loss is the sum over its outputs; a batch's, the mean over its examples. */
const fromOutput: Readonly<Record<Loss, LossPair>> = {
  "binary-cross-entropy": {
    of: (y, p) => -weighted(y, Math.log(p)) - weighted(1 - y, Math.log1p(-p)),
    slope: (y, p) => weighted(1 - y, 1 / (1 - p)) - weighted(y, 1 / p),
  },
  "cross-entropy": {
    of: (y, p) => -weighted(y, Math.log(p)),
    slope: (y, p) => -weighted(y, 1 / p),
  },
  "mean-squared-error": {
    of: (y, p) => (p - y) ** 2,
    slope: (y, p) => 2 * (p - y),
  },
};

interface LogitPair extends LossPair {
  /** The activation that turns these logits into p. */
  readonly output: Activation;
  logits(z: Tensor): Tensor;
}

/** The losses that have an activation of their own, from its logits: right where p itself has rounded to 0 or 1. */
const fromLogits: Readonly<Partial<Record<Loss, LogitPair>>> = {
  "binary-cross-entropy": {
    output: "sigmoid",
    logits: (z) => z,
    of: (y, z) => y * softplus(-z) + (1 - y) * softplus(z),
    slope: (y, z) => weighted(1 - y, 1 + Math.exp(z)) - weighted(y, 1 + Math.exp(-z)),
  },
  "cross-entropy": {
    output: "softmax",
    logits: logSoftmax,
    of: (y, logP) => -y * logP,
    slope: (y, logP) => -weighted(y, Math.exp(-logP)),
  },
};

/** Whether the loss and the output's activation cancel to dz = p − y: sigmoid with binary cross-entropy, softmax with
 *  cross-entropy. */
export function cancels(loss: Loss, output: Activation): boolean {
  return fromLogits[loss]?.output === output;
}

/** The loss of an output layer, of each of its examples (1×m), and dp = ∂L/∂p. */
export interface Measured {
  readonly loss: number;
  readonly losses: Tensor;
  readonly dp: Tensor;
}

/** Measures the output p = g(z) against the targets y. Finite for every finite z, but for entries of dp whose true size
 *  is beyond 1.8e308. Cross-entropy takes targets whose columns sum to 1. */
export function measure(
  loss: Loss,
  output: Activation,
  z: Tensor,
  p: Tensor,
  y: Tensor,
  rules: Rules,
): Measured {
  expectShape("y", y, p.rows, p.cols);
  const logit = cancels(loss, output) ? fromLogits[loss] : undefined;
  const pair = underRules(logit ?? fromOutput[loss], loss, rules);
  const from = logit ? logit.logits(z) : p;
  const losses = lossesOf(pair, y, from, unitOf(loss, rules));
  const dp = zeros(p.rows, p.cols);
  const share = slopeShare(rules, p.cols);
  for (let i = 0; i < dp.data.length; i++) {
    dp.data[i] = share * pair.slope(y.data[i]!, from.data[i]!);
  }
  return { loss: together(losses, rules), losses, dp };
}

/** What one example's derivative of the loss counts: 1/m under the right rules. */
export function slopeShare({ lossDerivative, examples }: Rules, m: number): number {
  const share = examples === "mean" ? 1 / m : 1;
  return lossDerivative === "p-minus-y" ? share : -share;
}

/** −Σ y ln p, the mean over the columns. Entries whose y is 0 add nothing; infinite where p is 0 and y is not. */
export function crossEntropy(y: Tensor, p: Tensor, rules: Rules = rightRules): number {
  return standalone("cross-entropy", y, p, rules);
}

/** −Σ (y ln p + (1 − y) ln(1 − p)), the mean over the columns; infinite where p is certain of the wrong answer. */
export function binaryCrossEntropy(y: Tensor, p: Tensor, rules: Rules = rightRules): number {
  return standalone("binary-cross-entropy", y, p, rules);
}

/** Σ (p − y)², the mean over the columns: no ½, and no division by the number of outputs. */
export function meanSquaredError(y: Tensor, p: Tensor, rules: Rules = rightRules): number {
  return standalone("mean-squared-error", y, p, rules);
}

function standalone(loss: Loss, y: Tensor, p: Tensor, rules: Rules): number {
  expectShape("y", y, p.rows, p.cols);
  const pair = underRules(fromOutput[loss], loss, rules);
  return together(lossesOf(pair, y, p, unitOf(loss, rules)), rules);
}

function lossesOf(pair: LossPair, y: Tensor, from: Tensor, unit: number): Tensor {
  const losses = zeros(1, y.cols);
  for (let at = 0; at < y.data.length; at++) {
    losses.data[at % y.cols]! += pair.of(y.data[at]!, from.data[at]!) / unit;
  }
  return losses;
}

function together(losses: Tensor, { examples }: Rules): number {
  return examples === "mean" ? sum(losses) / losses.cols : sum(losses);
}

/** The pair with its terms and its slope as the rules have them. What y and 1 − y are the weights of are the pair's
 *  values at 1 and at 0. */
function underRules(pair: LossPair, loss: Loss, { lossTerms, squareFactor }: Rules): LossPair {
  if (loss === "mean-squared-error" && squareFactor === "left-out") {
    return { of: pair.of, slope: (y, p) => pair.slope(y, p) / 2 };
  }
  if (loss !== "binary-cross-entropy" || lossTerms === "both") return pair;
  const [of, slope] = [pair.of, pair.slope];
  switch (lossTerms) {
    case "changed-over":
      return { of: (y, v) => of(1 - y, v), slope: (y, v) => slope(1 - y, v) };
    case "first-alone":
      return { of: (y, v) => weighted(y, of(1, v)), slope: (y, v) => weighted(y, slope(1, v)) };
    default:
      return { of, slope: (y, v) => weighted(y, slope(1, v)) - weighted(1 - y, slope(0, v)) };
  }
}

/** ln x divided by this is the logarithm that the rules take. */
export function logUnit({ log }: Rules): number {
  if (log === "natural") return 1;
  return log === "base-10" ? Math.LN10 : Math.LN2;
}

/** A squared error has no logarithm. */
const unitOf = (loss: Loss, rules: Rules) => (loss === "mean-squared-error" ? 1 : logUnit(rules));

/** w a, and 0 where the weight is 0 however large a is: 0 ln 0 adds nothing to a loss. */
function weighted(w: number, a: number): number {
  return w === 0 ? 0 : w * a;
}

/** ln(1 + e^z), which is −ln sigmoid(−z), with no overflow. */
function softplus(z: number): number {
  return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
}

/** ln softmax(z), column by column. */
function logSoftmax(z: Tensor): Tensor {
  const out = zeros(z.rows, z.cols);
  for (let j = 0; j < z.cols; j++) {
    const shift = logSumExp(z, j);
    for (let at = j; at < z.data.length; at += z.cols) out.data[at] = z.data[at]! - shift;
  }
  return out;
}
