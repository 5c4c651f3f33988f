import { type Activation, activationPairs } from "./activations";
import { expectInputs, type Network } from "./network";
import { affine, matmul } from "./product";
import { type Rules, rightRules } from "./rules";
import { empty, map, type Tensor } from "./tensor";

/** A pass forward, its lists indexed by layer: z[0] is empty, h[0] is x, and the last h is p. */
export interface Forward {
  readonly x: Tensor;
  readonly z: readonly Tensor[];
  readonly h: readonly Tensor[];
  readonly p: Tensor;
}

/** Runs x through the network, one example a column: under the right rules, or under others to see what a misconception
 *  comes to. Throws ShapeError when x does not fit the inputs. */
export function forward(net: Network, x: Tensor, rules = rightRules): Forward {
  expectInputs(net, x);
  const last = net.sizes.length - 1;
  const z = [empty];
  const h = [x];
  for (let l = 1; l <= last; l++) {
    const sum =
      rules.bias === "added"
        ? affine(net.W[l]!, h[l - 1]!, net.b[l]!)
        : matmul(net.W[l]!, h[l - 1]!);
    z.push(kept(sum, rules));
    const applied = l === last || rules.hiddenActivation === "applied";
    h.push(applied ? kept(activated(net.activations[l]!, z[l]!, rules), rules) : z[l]!);
  }
  return { x, z, h, p: h.at(-1)! };
}

/** h = g(z). */
export function activated(g: Activation, z: Tensor, { softmax }: Rules): Tensor {
  if (g === "softmax" && softmax === "not-normalised") return map(z, Math.exp);
  return activationPairs[g].forward(z);
}

/** What of the figures is gone on with. */
function kept(a: Tensor, { decimals }: Rules): Tensor {
  return decimals === "all" ? a : map(a, (v) => Number(v.toFixed(decimals)));
}
