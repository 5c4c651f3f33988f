/** How a pass and a step are done. The right rules are one value; a misconception is another, with one rule changed. */
export interface Rules {
  /** The logarithm in a loss. Its derivative is unmoved: who takes base 10 still writes p − y. */
  readonly log: "natural" | "base-10" | "base-2";
  /** The terms of binary cross-entropy: y ln p + (1 − y) ln(1 − p); the first alone; y and 1 − y changed over; or the
   *  second differentiated as if 1 − p grew with p. */
  readonly lossTerms: "both" | "first-alone" | "changed-over" | "second-sign-lost";
  /** The order of p and y in the derivative of the loss. */
  readonly lossDerivative: "p-minus-y" | "y-minus-p";
  /** The 2 in the derivative of a squared error. */
  readonly squareFactor: "taken" | "left-out";
  /** z = W h + b, or W h alone. */
  readonly bias: "added" | "left-out";
  /** h = g(z) in the hidden layers, or z itself. */
  readonly hiddenActivation: "applied" | "left-out";
  /** Whether a softmax is divided by the sum of its e^z. */
  readonly softmax: "normalised" | "not-normalised";
  /** Decimals that z and h are rounded to before going on. */
  readonly decimals: "all" | number;
  /** g′(z) at the output in dz = dp ⊙ g′(z): p(1 − p) of a sigmoid; what a softmax has there, or a sigmoid's. */
  readonly outputSlope: "taken" | "left-out" | "twice" | "sigmoid-for-softmax";
  /** g′(z) in the hidden layers; `h` takes the activation for its derivative, `at-h` takes the derivative at h. */
  readonly hiddenSlope: "taken" | "left-out" | "h" | "at-h";
  /** A ReLU's g′(z), which lets through only where z was above 0. */
  readonly reluMask: "taken" | "left-out";
  /** The W that dz goes back through. Only a square W can be left as it is; any other is transposed by its shape. */
  readonly weightsBack: "transposed" | "as-they-are";
  /** The rate of a step taken on W before dz goes back through it; 0 takes none. */
  readonly updatedFirst: number;
  /** dz hᵀ, or h dzᵀ with rows and columns changed over. */
  readonly outerProduct: "dz-hT" | "h-dzT";
  /** What gives dW its second factor: the activations of the layer below, its weighted sums, or the layer's own h. */
  readonly dWFrom: "h" | "z" | "own-h";
  /** db = dz; forgotten, so 0; or multiplied by what the weights are multiplied by. */
  readonly biasGradient: "dz" | "left-out" | "times-h";
  /** How the examples of a batch come together, in the loss and in its gradients. */
  readonly examples: "mean" | "sum";
  /** How dW and db come together over the examples of a dz that has its 1/m already. */
  readonly overBatch: "sum" | "mean";
  /** Which layer is read where layer l is meant. A pass reads no layer by name: this is for who reads from one. */
  readonly layerRead: "meant" | "one-below" | "one-above";
  /** Which way a step goes. */
  readonly update: "downhill" | "uphill";
  /** Whether the gradient is multiplied by the learning rate. */
  readonly rate: "taken" | "left-out";
  /** Whether momentum keeps a share of its velocity. */
  readonly velocity: "kept" | "forgotten";
  /** Adam's division by 1 − βᵗ. */
  readonly biasCorrection: "taken" | "left-out";
}

export const rightRules: Rules = {
  log: "natural",
  lossTerms: "both",
  lossDerivative: "p-minus-y",
  squareFactor: "taken",
  bias: "added",
  hiddenActivation: "applied",
  softmax: "normalised",
  decimals: "all",
  outputSlope: "taken",
  hiddenSlope: "taken",
  reluMask: "taken",
  weightsBack: "transposed",
  updatedFirst: 0,
  outerProduct: "dz-hT",
  dWFrom: "h",
  biasGradient: "dz",
  examples: "mean",
  overBatch: "sum",
  layerRead: "meant",
  update: "downhill",
  rate: "taken",
  velocity: "kept",
  biasCorrection: "taken",
};
