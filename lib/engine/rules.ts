/** How a pass backward and a step are done. The right rules are one value; a misconception is another. */
export interface Rules {
  /** The logarithm in a loss. Its derivative is unmoved: who takes base 10 still writes p − y. */
  readonly log: "natural" | "base-10";
  /** The order of p and y in the derivative of the loss. */
  readonly lossDerivative: "p-minus-y" | "y-minus-p";
  /** Whether dz = dp ⊙ g′(z) has its g′(z) at the output: p(1 − p) of a sigmoid. */
  readonly outputSlope: "taken" | "left-out";
  /** The same in the hidden layers. */
  readonly hiddenSlope: "taken" | "left-out";
  /** The W that dz goes back through. Only a square W can be left as it is; any other is transposed by its shape. */
  readonly weightsBack: "transposed" | "as-they-are";
  /** The rate of a step taken on W before dz goes back through it; 0 takes none. */
  readonly updatedFirst: number;
  /** dz hᵀ, or h dzᵀ with rows and columns changed over. */
  readonly outerProduct: "dz-hT" | "h-dzT";
  /** What the layer below gives to dW: its activations, or its weighted sums. */
  readonly dWFrom: "h" | "z";
  /** How the examples of a batch come together, in the loss and in its gradients. */
  readonly examples: "mean" | "sum";
  /** Which way a step goes. */
  readonly update: "downhill" | "uphill";
}

export const rightRules: Rules = {
  log: "natural",
  lossDerivative: "p-minus-y",
  outputSlope: "taken",
  hiddenSlope: "taken",
  weightsBack: "transposed",
  updatedFirst: 0,
  outerProduct: "dz-hT",
  dWFrom: "h",
  examples: "mean",
  update: "downhill",
};

/** One rule changed: a misconception that can be replayed. */
export interface ChangedRule {
  readonly name: string;
  /** What was done, to follow "It looks as if you …". */
  readonly says: string;
  readonly change: Partial<Rules>;
}

const changes: readonly ChangedRule[] = [
  {
    name: "base-10-log",
    says: "took the logarithm to base 10",
    change: { log: "base-10" },
  },
  {
    name: "p-and-y-swapped",
    says: "swapped p and y, which turns the sign",
    change: { lossDerivative: "y-minus-p" },
  },
  {
    name: "output-slope-left-out",
    says: "left out the derivative of the output's activation",
    change: { outputSlope: "left-out" },
  },
  {
    name: "hidden-slope-left-out",
    says: "left out the derivative of a hidden layer's activation",
    change: { hiddenSlope: "left-out" },
  },
  {
    name: "weights-not-transposed",
    says: "went back through W without transposing it",
    change: { weightsBack: "as-they-are" },
  },
  {
    name: "outer-product-turned",
    says: "took the outer product the other way round",
    change: { outerProduct: "h-dzT" },
  },
  {
    name: "z-for-h",
    says: "used z where the activation h belongs",
    change: { dWFrom: "z" },
  },
  {
    name: "sum-for-mean",
    says: "summed over the examples instead of taking their mean",
    change: { examples: "sum" },
  },
  {
    name: "uphill",
    says: "stepped uphill, along the gradient",
    change: { update: "uphill" },
  },
];

/** Every changed rule the engine has a name for. Going back through updated weights needs the rate `alpha` of the
 *  update, and is among them only when there is one. */
export function changedRules(alpha = 0): readonly ChangedRule[] {
  if (alpha === 0) return changes;
  const says = "went back through the weights after updating them";
  return [...changes, { name: "updated-weights", says, change: { updatedFirst: alpha } }];
}

/** The right rules but for these changes: one for a misconception, two for a pair of them. */
export function withChanges(...changed: readonly ChangedRule[]): Rules {
  return Object.assign({}, rightRules, ...changed.map(({ change }) => change));
}
