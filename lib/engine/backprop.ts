import { type Activation, activationPairs } from "./activations";
import { activated, type Forward, forward } from "./forward";
import { cancels, type Measured, measure, slopeShare } from "./losses";
import type { Network } from "./network";
import { descended } from "./optimisers";
import { matmul, rowSums, timesTranspose, transposeTimes } from "./product";
import { type Rules, rightRules } from "./rules";
import { empty, map, multiply, scale, type Tensor, transpose, zeros } from "./tensor";

/** A pass forward and backward. Each d is the gradient of the loss by what follows the d, in that one's own shape; lists
 *  are indexed by layer. The loss of a batch is the mean over its examples, so every column of a dz has its 1/m already,
 *  and dW = dz hᵀ needs no division. */
export interface Backprop extends Forward, Measured {
  readonly y: Tensor;
  readonly dz: readonly Tensor[];
  /** dh[0] is dx. */
  readonly dh: readonly Tensor[];
  readonly dW: readonly Tensor[];
  readonly db: readonly Tensor[];
  readonly dx: Tensor;
}

/** Runs x through the network, and the gradient of its loss on y back: under the right rules, or under others to see
 *  what a misconception comes to. Throws ShapeError when x or y does not fit the network. */
export function backprop(net: Network, x: Tensor, y: Tensor, rules = rightRules): Backprop {
  const pass = forward(net, x, rules);
  const { z, h, p } = pass;
  const last = net.sizes.length - 1;
  const { loss, losses, dp } = measure(net.loss, net.activations[last]!, z[last]!, p, y, rules);
  const dz = z.map(() => empty);
  const dh = [...dz];
  const dW = [...dz];
  const db = [...dz];
  dh[last] = dp;
  dz[last] = atOutput(net, pass, y, dp, rules);
  for (let l = last; l >= 1; l--) {
    const share = rules.overBatch === "sum" ? 1 : 1 / x.cols;
    const gradient = scaled(timesTranspose(dz[l]!, factorOfWeights(pass, l, rules)), share);
    dW[l] = rules.outerProduct === "dz-hT" ? gradient : transpose(gradient);
    db[l] = scaled(ofBiases(dz[l]!, h[l - 1]!, rules), share);
    dh[l - 1] = backThrough(net.W[l]!, dz[l]!, h[l - 1]!, rules);
    if (l > 1) {
      const below = l - 1;
      dz[below] = throughHidden(net.activations[below]!, dh[below]!, z[below]!, h[below]!, rules);
    }
  }
  return { x, y, z, h, p, loss, losses, dp, dz, dh, dW, db, dx: dh[0]! };
}

/** What dz is multiplied by in dW: h of the layer below. */
function factorOfWeights({ z, h }: Forward, l: number, { dWFrom }: Rules): Tensor {
  if (dWFrom === "own-h") return h[l]!;
  return dWFrom === "h" || l === 1 ? h[l - 1]! : z[l - 1]!;
}

function ofBiases(dz: Tensor, below: Tensor, { biasGradient }: Rules): Tensor {
  if (biasGradient === "left-out") return zeros(dz.rows, 1);
  const alike = below.rows === dz.rows && below.cols === dz.cols;
  return rowSums(biasGradient === "times-h" && alike ? multiply(dz, below) : dz);
}

const scaled = (a: Tensor, share: number) => (share === 1 ? a : scale(a, share));

/** dz of the output layer. Where loss and activation cancel it is p − y outright, which no saturated p can spoil. */
function atOutput(net: Network, { z, p }: Forward, y: Tensor, dp: Tensor, rules: Rules): Tensor {
  const output = net.activations.at(-1)!;
  const { outputSlope, lossTerms } = rules;
  const through = (d: Tensor) => activationPairs[output].backward(d, z.at(-1)!, p);
  if (outputSlope === "left-out") return dp;
  if (outputSlope === "twice") return through(through(dp));
  if (outputSlope === "sigmoid-for-softmax" && output === "softmax") {
    return multiply(
      dp,
      map(p, (v) => v * (1 - v)),
    );
  }
  if (!cancels(net.loss, output) || lossTerms !== "both") return through(dp);
  const dz = zeros(p.rows, p.cols);
  const share = slopeShare(rules, p.cols);
  for (let i = 0; i < dz.data.length; i++) dz.data[i] = share * (p.data[i]! - y.data[i]!);
  return dz;
}

/** dz = dh ⊙ g′(z) of a hidden layer with h = g(z). */
export function throughHidden(
  g: Activation,
  dh: Tensor,
  z: Tensor,
  h: Tensor,
  rules: Rules,
): Tensor {
  const { backward } = activationPairs[g];
  if (g === "relu" || g === "leaky-relu") {
    return rules.reluMask === "left-out" ? dh : backward(dh, z, h);
  }
  switch (rules.hiddenSlope) {
    case "left-out":
      return dh;
    case "h":
      return multiply(dh, h);
    case "at-h":
      return backward(dh, h, activated(g, h, rules));
    default:
      return backward(dh, z, h);
  }
}

/** dh of the layer below, Wᵀ dz. */
function backThrough(W: Tensor, dz: Tensor, below: Tensor, rules: Rules): Tensor {
  const rate = rules.updatedFirst;
  const through = rate === 0 ? W : descended(W, timesTranspose(dz, below), rate, rules);
  const untransposed = rules.weightsBack === "as-they-are" && W.rows === W.cols;
  return untransposed ? matmul(through, dz) : transposeTimes(through, dz);
}
