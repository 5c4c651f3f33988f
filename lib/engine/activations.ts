import { minus } from "./cancelled";
import { type Tensor, zeros } from "./tensor";

export type Activation = "sigmoid" | "tanh" | "relu" | "leaky-relu" | "identity" | "softmax";

/** An activation h = g(z) of one layer, and beside it the way back through it. */
export interface ActivationPair {
  /** h from z, one example a column. */
  forward(z: Tensor): Tensor;
  /** dz from dh = ∂L/∂h. */
  backward(dh: Tensor, z: Tensor, h: Tensor): Tensor;
}

/** What a leaky ReLU lets through of a z below 0. */
const leak = 0.01;

/** Every activation with its derivative. ReLU's slope at 0, where it has none, is 0; the leaky one's is its leak. */
export const activationPairs: Readonly<Record<Activation, ActivationPair>> = {
  // sigmoid(−z) is 1 − h, but keeps its digits where h is nearly 1.
  sigmoid: entrywise(sigmoid, (z, h) => h * sigmoid(-z)),
  tanh: entrywise(Math.tanh, (z) => 1 / Math.cosh(z) ** 2),
  relu: entrywise(
    (z) => Math.max(0, z),
    (z) => (z > 0 ? 1 : 0),
  ),
  "leaky-relu": entrywise(leakyRelu, (z) => (z > 0 ? 1 : leak)),
  identity: { forward: (z) => z, backward: (dh) => dh },
  softmax: { forward: softmax, backward: softmaxBackward },
};

/** 1 / (1 + e^−z), with no overflow at either end. */
export function sigmoid(z: number): number {
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const e = Math.exp(z);
  return e / (1 + e);
}

/** z itself above 0, a hundredth of it below. */
export function leakyRelu(z: number): number {
  return z > 0 ? z : leak * z;
}

/** e^z over the sum of e^z of its column, for each column by itself; the largest logit is taken off first, so that no
 *  e^z overflows. */
export function softmax(z: Tensor): Tensor {
  const { rows, cols } = z;
  const out = zeros(rows, cols);
  for (let j = 0; j < cols; j++) {
    const shift = logSumExp(z, j);
    for (let at = j; at < z.data.length; at += cols) out.data[at] = Math.exp(z.data[at]! - shift);
  }
  return out;
}

/** ln Σ e^z of column j. */
export function logSumExp({ cols, data }: Tensor, j: number): number {
  let top = -Infinity;
  for (let at = j; at < data.length; at += cols) top = Math.max(top, data[at]!);
  let total = 0;
  for (let at = j; at < data.length; at += cols) total += Math.exp(data[at]! - top);
  return top + Math.log(total);
}

/** Every output of a softmax hangs on every z: dz = h ⊙ (dh − hᵀdh), column by column. */
function softmaxBackward(dh: Tensor, _z: Tensor, h: Tensor): Tensor {
  const out = zeros(h.rows, h.cols);
  for (let j = 0; j < h.cols; j++) {
    let inner = 0;
    for (let at = j; at < h.data.length; at += h.cols) inner += h.data[at]! * dh.data[at]!;
    for (let at = j; at < h.data.length; at += h.cols) {
      out.data[at] = h.data[at]! * minus(dh.data[at]!, inner);
    }
  }
  return out;
}

/** The pair of an activation that works on every entry by itself, from g(z) and its slope g′(z). */
function entrywise(
  g: (z: number) => number,
  slope: (z: number, h: number) => number,
): ActivationPair {
  return {
    forward({ rows, cols, data }) {
      const out = zeros(rows, cols);
      for (let i = 0; i < data.length; i++) out.data[i] = g(data[i]!);
      return out;
    },
    backward(dh, z, h) {
      const out = zeros(z.rows, z.cols);
      for (let i = 0; i < z.data.length; i++) {
        out.data[i] = dh.data[i]! * slope(z.data[i]!, h.data[i]!);
      }
      return out;
    },
  };
}
