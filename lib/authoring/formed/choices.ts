/** What the form for a network exercise lets its author choose from; the first of each stands until they do. */
export const activations = ["sigmoid", "tanh", "relu", "leaky-relu"] as const;
export const losses = ["binary-cross-entropy", "cross-entropy", "mean-squared-error"] as const;
export const outputs = ["sigmoid", "softmax", "identity", "tanh"] as const;
export const asks = ["sums", "activations", "prediction", "loss", "gradients", "update"] as const;
export const precisions = ["4", "5"] as const;
export const labels = ["drawn", "fixed"] as const;
export const gradientsOf = ["last", "every"] as const;

export type Activation = (typeof activations)[number];
export type Loss = (typeof losses)[number];
export type Output = (typeof outputs)[number];
export type Ask = (typeof asks)[number];

/** The outputs that go with a loss, its usual one first, and how many neurons may stand there. */
export const outputsOf: Readonly<
  Record<
    Loss,
    { readonly outputs: readonly Output[]; readonly least: number; readonly most: number }
  >
> = {
  "binary-cross-entropy": { outputs: ["sigmoid"], least: 1, most: 1 },
  "cross-entropy": { outputs: ["softmax"], least: 2, most: 3 },
  "mean-squared-error": { outputs: ["identity", "sigmoid", "tanh"], least: 1, most: 3 },
};

/** A network exercise as the form has it. */
export interface Formed {
  /** Inputs, then the neurons of each layer. */
  readonly sizes: readonly number[];
  /** Of the hidden layers. */
  readonly activation: Activation;
  readonly output: Output;
  readonly loss: Loss;
  readonly asks: readonly Ask[];
  readonly gradientsOf: (typeof gradientsOf)[number];
  /** Decimals. */
  readonly precision: (typeof precisions)[number];
  readonly label: (typeof labels)[number];
  /** Between which the inputs are drawn. */
  readonly low: number;
  readonly high: number;
}
