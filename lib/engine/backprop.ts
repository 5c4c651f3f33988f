import { activationPairs } from "./activations";
import { type Forward, forward } from "./forward";
import { cancels, type Measured, measure, slopeShare } from "./losses";
import type { Network } from "./network";
import { descended } from "./optimisers";
import { matmul, rowSums, timesTranspose, transposeTimes } from "./product";
import { type Rules, rightRules } from "./rules";
import { empty, type Tensor, transpose, zeros } from "./tensor";

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
  const pass = forward(net, x);
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
    const below = rules.dWFrom === "h" || l === 1 ? h[l - 1]! : z[l - 1]!;
    const gradient = timesTranspose(dz[l]!, below);
    dW[l] = rules.outerProduct === "dz-hT" ? gradient : transpose(gradient);
    db[l] = rowSums(dz[l]!);
    dh[l - 1] = backThrough(net.W[l]!, dz[l]!, gradient, rules);
    if (l > 1) dz[l - 1] = atHidden(net, pass, l - 1, dh[l - 1]!, rules);
  }
  return { x, y, z, h, p, loss, losses, dp, dz, dh, dW, db, dx: dh[0]! };
}

/** dz of the output layer. Where loss and activation cancel it is p − y outright, which no saturated p can spoil. */
function atOutput(net: Network, { z, p }: Forward, y: Tensor, dp: Tensor, rules: Rules): Tensor {
  const output = net.activations.at(-1)!;
  if (rules.outputSlope === "left-out") return dp;
  if (!cancels(net.loss, output)) return activationPairs[output].backward(dp, z.at(-1)!, p);
  const dz = zeros(p.rows, p.cols);
  const share = slopeShare(rules, p.cols);
  for (let i = 0; i < dz.data.length; i++) dz.data[i] = share * (p.data[i]! - y.data[i]!);
  return dz;
}

function atHidden(net: Network, { z, h }: Forward, l: number, dh: Tensor, rules: Rules): Tensor {
  if (rules.hiddenSlope === "left-out") return dh;
  return activationPairs[net.activations[l]!].backward(dh, z[l]!, h[l]!);
}

/** dh of the layer below, Wᵀ dz. */
function backThrough(W: Tensor, dz: Tensor, gradient: Tensor, rules: Rules): Tensor {
  const rate = rules.updatedFirst;
  const through = rate === 0 ? W : descended(W, gradient, rate, rules);
  const untransposed = rules.weightsBack === "as-they-are" && W.rows === W.cols;
  return untransposed ? matmul(through, dz) : transposeTimes(through, dz);
}
