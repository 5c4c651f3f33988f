import { type Rules, rightRules } from "./rules";

/** Every changed rule there is a name for, the likelier first. What a student reads of each stands with the
 *  exercises, in diagnosis. */
const changes = {
  // Before what turns the gradient itself: of a step that was asked for, this is the likelier.
  uphill: { update: "uphill" },
  "sign-turned": { lossDerivative: "y-minus-p" },
  "base-10-log": { log: "base-10" },
  "base-2-log": { log: "base-2" },
  "output-slope-left-out": { outputSlope: "left-out" },
  "output-slope-twice": { outputSlope: "twice" },
  "second-sign-lost": { lossTerms: "second-sign-lost" },
  "second-term-left-out": { lossTerms: "first-alone" },
  "loss-terms-changed-over": { lossTerms: "changed-over" },
  "hidden-slope-left-out": { hiddenSlope: "left-out" },
  "h-for-slope": { hiddenSlope: "h" },
  "slope-at-h": { hiddenSlope: "at-h" },
  "relu-mask-forgotten": { reluMask: "left-out" },
  "z-for-h": { dWFrom: "z" },
  "bias-left-out": { bias: "left-out" },
  "activation-left-out": { hiddenActivation: "left-out" },
  "weights-not-transposed": { weightsBack: "as-they-are" },
  "outer-product-turned": { outerProduct: "h-dzT" },
  "own-h-for-input": { dWFrom: "own-h" },
  "layer-below-read": { layerRead: "one-below" },
  "layer-above-read": { layerRead: "one-above" },
  "sum-for-mean": { examples: "sum" },
  "mean-for-sum": { overBatch: "mean" },
  "bias-gradient-times-h": { biasGradient: "times-h" },
  "bias-gradient-forgotten": { biasGradient: "left-out" },
  "rate-left-out": { rate: "left-out" },
  "softmax-not-normalised": { softmax: "not-normalised" },
  "sigmoid-slope-for-softmax": { outputSlope: "sigmoid-for-softmax" },
  "square-factor-left-out": { squareFactor: "left-out" },
  "velocity-forgotten": { velocity: "forgotten" },
  "bias-correction-left-out": { biasCorrection: "left-out" },
  "rounded-early": { decimals: 2 },
} as const satisfies Record<string, Partial<Rules>>;

export type ChangedRuleName = keyof typeof changes | "updated-weights";

/** One rule changed: a misconception that can be replayed. */
export interface ChangedRule {
  readonly name: ChangedRuleName;
  readonly change: Partial<Rules>;
  /** The right rules but for this change. */
  readonly rules: Rules;
}

const changedRule = (name: ChangedRuleName, change: Partial<Rules>): ChangedRule => ({
  name,
  change,
  rules: { ...rightRules, ...change },
});

const list = Object.entries(changes).map(([name, change]) =>
  changedRule(name as ChangedRuleName, change),
);

/** Every changed rule, the likelier first. Going back through updated weights needs the rate `alpha` of the update,
 *  and is among them only when there is one. */
export function changedRules(alpha = 0): readonly ChangedRule[] {
  if (alpha === 0) return list;
  return [...list, changedRule("updated-weights", { updatedFirst: alpha })];
}

/** The right rules but for these changes: one for a misconception, two for a pair of them. */
export function withChanges(...changed: readonly ChangedRule[]): Rules {
  return Object.assign({}, rightRules, ...changed.map(({ change }) => change));
}
