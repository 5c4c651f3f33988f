import { expectShape, ShapeError } from "./shape-error";
import { empty, type Tensor } from "./tensor";

export type Activation = "sigmoid" | "tanh" | "relu" | "leaky-relu" | "identity" | "softmax";

/** An example's loss is the sum over its outputs; a batch's, the mean over its examples. */
export type Loss = "binary-cross-entropy" | "cross-entropy" | "mean-squared-error";

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

/** A pass forward, its lists indexed by layer: z[0] is empty, h[0] is x, and the last h is p. */
export interface Forward {
  readonly x: Tensor;
  readonly z: readonly Tensor[];
  readonly h: readonly Tensor[];
  readonly p: Tensor;
}

/** A pass forward and backward. Each d is the gradient of the loss by what follows the d, in that one's own shape. The loss of
 *  a batch is the mean over its examples, so every column of a dz has its 1/m already, and dW = dz hᵀ needs no division. */
export interface Backprop extends Forward {
  readonly y: Tensor;
  readonly loss: number;
  /** Of every example, 1×m. */
  readonly losses: Tensor;
  readonly dp: Tensor;
  readonly dz: readonly Tensor[];
  /** dh[0] is dx. */
  readonly dh: readonly Tensor[];
  readonly dW: readonly Tensor[];
  readonly db: readonly Tensor[];
  readonly dx: Tensor;
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
