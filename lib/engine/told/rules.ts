import type { RuleWords } from "./rule-words";
import { architectureRules } from "./rules-architectures";
import { formulaRules } from "./rules-of-formulas";
import { layerRules } from "./rules-of-layers";
import { optimiserRules } from "./rules-of-optimisers";
import { orderRules } from "./rules-of-orders";

/** A rule of the maths that is got wrong in one way: what a mistake is recorded under, and what is said of it. */
export interface Rule extends RuleWords {
  readonly name: RuleName;
}

/** Every mistake there is a name for. Names are kept with submissions, and never change. */
const written = {
  ...architectureRules,
  "sign-turned": {
    prior: 0.08,
    title: "sign of p − y flipped",
    says: "used $y - p$ instead of $p - y$, which flips the sign",
    instead: "The gradient is $p - y$: when $p$ is too large, the loss rises with $z$.",
  },
  "base-10-log": {
    prior: 0.06,
    title: "logarithm to base 10",
    says: "took the logarithm to base 10",
    instead: "Losses use the natural logarithm, $\\ln$.",
  },
  "base-2-log": {
    prior: 0.02,
    title: "logarithm to base 2",
    says: "took the logarithm to base 2",
    instead: "Losses use the natural logarithm, $\\ln$.",
  },
  "output-slope-left-out": {
    prior: 0.06,
    title: "output’s slope left out",
    says: "left out the derivative of the output’s activation, which is $p(1-p)$ for a sigmoid",
    instead:
      "Getting from $\\partial L/\\partial p$ to $dz$ takes one more factor: $\\partial p/\\partial z$.",
  },
  "output-slope-twice": {
    prior: 0.05,
    title: "output’s slope used twice",
    says: "multiplied by the derivative of the output’s activation twice",
    instead: "With cross-entropy, that derivative cancels: $p - y$ already includes it.",
  },
  "second-sign-lost": {
    prior: 0.02,
    title: "minus sign of the second term lost",
    says: "used $\\frac{1}{1-p}$ as the derivative of $\\ln(1-p)$",
    instead: "As $p$ grows, $1 - p$ falls, so the derivative is $-\\frac{1}{1-p}$.",
  },
  "second-term-left-out": {
    prior: 0.04,
    title: "1 − y term left out",
    says: "left out the term with $1 - y$",
    instead: "Where $y = 0$, that term is all there is: $-\\ln(1-p)$.",
  },
  "loss-terms-changed-over": {
    prior: 0.04,
    title: "p and y mixed up in the loss",
    says: "swapped $\\ln p$ and $\\ln(1-p)$",
    instead: "$y$ goes with $\\ln p$ and $1 - y$ with $\\ln(1-p)$.",
  },
  "hidden-slope-left-out": {
    prior: 0.08,
    title: "hidden layer’s slope left out",
    says: "left out the derivative of a hidden layer’s activation",
    instead:
      "$dz^{[l]} = dh^{[l]} \\odot g'(z^{[l]})$, where $g'$ is $h(1-h)$ for a sigmoid and $1-h^2$ for tanh.",
  },
  "h-for-slope": {
    prior: 0.07,
    title: "h used for h(1 − h)",
    says: "multiplied by $h$ instead of by the slope of its activation",
    instead: "The slope is $h(1-h)$ for a sigmoid and $1-h^2$ for tanh, taken entry by entry.",
  },
  "slope-at-h": {
    prior: 0.04,
    title: "slope taken at h instead of z",
    says: "took the activation’s derivative at $h$ instead of at $z$",
    instead:
      "$h$ is already $g(z)$, so you can get the slope at $z$ straight from it: $h(1-h)$ for a sigmoid, $1-h^2$ for tanh.",
  },
  "relu-mask-forgotten": {
    prior: 0.06,
    title: "gradient let through a closed ReLU",
    says: "let the gradient through a ReLU that was closed",
    instead: "Where $z \\le 0$, a ReLU gives 0 whatever $z$ is, so its slope there is 0.",
  },
  "z-for-h": {
    prior: 0.05,
    title: "z used for h",
    says: "used the weighted sum $z$ instead of the activation $h$",
    instead: "A layer’s input is the output of the layer before it, $h = g(z)$.",
  },
  "bias-left-out": {
    prior: 0.08,
    title: "bias left out",
    says: "left out the bias",
    instead: "$z^{[l]} = W^{[l]} h^{[l-1]} + b^{[l]}$.",
  },
  "activation-left-out": {
    prior: 0.06,
    title: "activation left out",
    says: "carried on with $z$ without applying the activation",
    instead:
      "Each layer does two things: it computes a weighted sum, then applies $g$ to every entry.",
  },
  "weights-not-transposed": {
    prior: 0.06,
    title: "weights not transposed going back",
    says: "went back through $W$ without transposing it",
    instead:
      "Forward, each row of $W$ belongs to a neuron; going back, each column does: $dh = W^{\\top} dz$.",
  },
  "outer-product-turned": {
    prior: 0.05,
    title: "outer product the wrong way round",
    says: "took the outer product the wrong way round",
    instead: "$\\partial L/\\partial W = dz \\, h^{\\top}$, which has the shape of $W$.",
  },
  "own-h-for-input": {
    prior: 0.04,
    title: "layer’s own h used as its input",
    says: "multiplied by the layer’s own $h^{[l]}$ instead of its input, $h^{[l-1]}$",
    instead: "$W^{[l]}$ multiplies $h^{[l-1]}$, so that is the factor in its gradient.",
  },
  "layer-below-read": {
    prior: 0.04,
    title: "one layer too low",
    says: "used the layer below the one asked for",
    instead: "Layers count from 1, and the inputs are layer 0.",
  },
  "layer-above-read": {
    prior: 0.04,
    title: "one layer too high",
    says: "used the layer above the one asked for",
    instead: "Layers count from 1, and the inputs are layer 0.",
  },
  "sum-for-mean": {
    prior: 0.08,
    title: "sum instead of mean",
    says: "added the examples up instead of taking their mean",
    instead: "The loss of a batch is a mean, so its gradient has a factor $\\frac{1}{m}$.",
  },
  "mean-for-sum": {
    prior: 0.05,
    title: "mean instead of sum",
    says: "divided by the number of examples once too often",
    instead: "The $\\frac{1}{m}$ is already in $dz$; from there on, you just add the examples up.",
  },
  "bias-gradient-times-h": {
    prior: 0.03,
    title: "bias gradient multiplied by h",
    says: "multiplied the bias’s gradient by $h$",
    instead: "Nothing multiplies a bias, so its gradient is $dz$ itself.",
  },
  "bias-gradient-forgotten": {
    prior: 0.05,
    title: "bias gradient forgotten",
    says: "left out the bias’s gradient",
    instead: "A bias shifts $z$ one for one, so its gradient is $dz$.",
  },
  "rate-left-out": {
    prior: 0.05,
    title: "learning rate left out",
    says: "stepped by the whole gradient, without the learning rate",
    instead: "A step is $\\alpha$ times the gradient.",
  },
  uphill: {
    prior: 0.09,
    title: "stepped uphill",
    says: "added the step instead of subtracting it",
    instead: "The gradient points uphill, so subtract it to make the loss smaller.",
  },
  "softmax-not-normalised": {
    prior: 0.04,
    title: "softmax not normalised",
    says: "didn’t divide by the sum in the softmax",
    instead: "Divide each $e^{z_k}$ by the sum of them all, so that the outputs add up to 1.",
  },
  "sigmoid-slope-for-softmax": {
    prior: 0.04,
    title: "sigmoid’s slope used for a softmax",
    says: "used $p(1-p)$ as the derivative of the softmax",
    instead: "Every output of a softmax depends on every $z$, not just on its own.",
  },
  "square-factor-left-out": {
    prior: 0.06,
    title: "2 from the square left out",
    says: "left out the 2 that comes down from the square",
    instead: "The derivative of $(p-y)^2$ is $2(p-y)$.",
  },
  "velocity-forgotten": {
    prior: 0.04,
    title: "velocity forgotten",
    says: "forgot the velocity from the step before",
    instead: "Momentum keeps $\\beta$ of the old velocity and adds the new gradient.",
  },
  "bias-correction-left-out": {
    prior: 0.04,
    title: "Adam’s bias correction left out",
    says: "didn’t divide by $1 - \\beta^t$",
    instead:
      "The running means start at 0, so they are too small at first; dividing makes up for that.",
  },
  "rounded-early": {
    prior: 0.04,
    title: "rounded too early",
    says: "rounded to two decimals along the way",
    instead: "Keep every digit while you work, and round only the answer.",
  },
  "another-read": {
    prior: 0.008,
    title: "used the wrong quantity",
    says: "read another quantity of the same shape",
    instead: "Go back to which of them the formula asks for.",
  },
  "another-quantity": {
    prior: 0.012,
    title: "answered with another quantity",
    says: "gave another quantity of this exercise",
    instead: "Your number is right for something else: look again at what is asked for.",
  },
  "another-entry": {
    prior: 0.012,
    title: "another entry of the matrix",
    says: "gave another entry of the same matrix",
    instead: "Rows come first, then columns, both counted from 1.",
  },
  "updated-weights": {
    prior: 0.04,
    title: "backward pass through updated weights",
    says: "ran the backward pass through the weights after updating them",
    instead: "Compute every gradient with the old weights, then update everything together.",
  },
  "factor-left-out": {
    prior: 0.06,
    title: "a factor left out",
    says: "left out a factor",
    instead: "Every factor of the product counts.",
  },
  "matrix-product-for-entries": {
    prior: 0.02,
    title: "matrix product for entry by entry",
    says: "took the matrix product where the entries are multiplied one by one",
    instead: "$\\odot$ multiplies each entry by the one in the same place.",
  },
  ...formulaRules,
  ...layerRules,
  ...optimiserRules,
  ...orderRules,
} as const satisfies Record<string, RuleWords>;

export type RuleName = keyof typeof written;

export const rules = Object.fromEntries(
  Object.entries(written).map(([name, rule]) => [name, { name, ...rule }]),
) as unknown as Readonly<Record<RuleName, Rule>>;
