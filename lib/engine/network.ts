import type { Activation } from "./activations";
import type { Loss } from "./losses";
import { expectShape, ShapeError, shapeOf } from "./shape-error";
import { empty, type Tensor } from "./tensor";

/** A fully connected network. Lists are indexed by layer, 1 to L, as the maths is: `W[l]` has a row for each neuron of
 *  layer l, `z[l] = W[l] h[l−1] + b[l]`, `h[l] = g(z[l])`. Index 0 is the inputs, which have neither W nor b. */
export interface Network {
  /** How many inputs, then how many neurons in each layer: [2, 3, 1]. */
  readonly sizes: readonly number[];
  readonly activations: readonly Activation[];
  readonly loss: Loss;
  readonly W: readonly Tensor[];
  readonly b: readonly Tensor[];
}

/** The network of these parts, its shapes checked. Throws ShapeError, naming the layer, where one does not fit. */
export function network({ sizes, activations, loss, W, b }: Network): Network {
  if (sizes.length < 2) throw new ShapeError("a network has inputs and at least one layer");
  for (const list of [activations, W, b]) {
    if (list.length === sizes.length) continue;
    throw new ShapeError(`${sizes.length} sizes do not go with a list of ${list.length} layers`);
  }
  for (let l = 1; l < sizes.length; l++) {
    expectShape(`W[${l}]`, W[l]!, sizes[l]!, sizes[l - 1]!);
    expectShape(`b[${l}]`, b[l]!, sizes[l]!, 1);
  }
  return {
    sizes,
    activations: ["identity", ...activations.slice(1)],
    loss,
    W: [empty, ...W.slice(1)],
    b: [empty, ...b.slice(1)],
  };
}

/** Throws ShapeError unless x has an input for each of the network's, and at least one example. */
export function expectInputs({ sizes }: Network, x: Tensor): void {
  if (x.rows === sizes[0] && x.cols > 0) return;
  throw new ShapeError(`x is ${shapeOf(x)} where ${sizes[0]} inputs of an example or more fit`);
}
