import { activationPairs } from "./activations";
import { expectInputs, type Network } from "./network";
import { affine } from "./product";
import { empty, type Tensor } from "./tensor";

/** A pass forward, its lists indexed by layer: z[0] is empty, h[0] is x, and the last h is p. */
export interface Forward {
  readonly x: Tensor;
  readonly z: readonly Tensor[];
  readonly h: readonly Tensor[];
  readonly p: Tensor;
}

/** Runs x through the network, one example a column. Throws ShapeError when x does not fit the inputs. */
export function forward(net: Network, x: Tensor): Forward {
  expectInputs(net, x);
  const z = [empty];
  const h = [x];
  for (let l = 1; l < net.sizes.length; l++) {
    z.push(affine(net.W[l]!, h[l - 1]!, net.b[l]!));
    h.push(activationPairs[net.activations[l]!].forward(z[l]!));
  }
  return { x, z, h, p: h.at(-1)! };
}
