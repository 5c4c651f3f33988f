import type { ChangedRuleName } from "@/lib/engine";

/** What a student reads of a changed rule. */
export interface Explanation {
  /** The mistake in a few words, for tables. */
  readonly name: string;
  /** What was done, to follow "You …"; Markdown with TeX. */
  readonly says: string;
  /** What is right, and why. */
  readonly instead: string;
}

export const explanations: Readonly<Record<ChangedRuleName, Explanation>> = {
  "sign-turned": {
    name: "sign of p − y flipped",
    says: "used $y - p$ instead of $p - y$, which flips the sign",
    instead: "The gradient is $p - y$: when $p$ is too large, the loss rises with $z$.",
  },
  "base-10-log": {
    name: "logarithm to base 10",
    says: "took the logarithm to base 10",
    instead: "Losses use the natural logarithm, $\\ln$.",
  },
  "base-2-log": {
    name: "logarithm to base 2",
    says: "took the logarithm to base 2",
    instead: "Losses use the natural logarithm, $\\ln$.",
  },
  "output-slope-left-out": {
    name: "output’s slope left out",
    says: "left out the derivative of the output’s activation, which is $p(1-p)$ for a sigmoid",
    instead:
      "Getting from $\\partial L/\\partial p$ to $dz$ takes one more factor: $\\partial p/\\partial z$.",
  },
  "output-slope-twice": {
    name: "output’s slope used twice",
    says: "multiplied by the derivative of the output’s activation twice",
    instead: "With cross-entropy, that derivative cancels: $p - y$ already includes it.",
  },
  "second-sign-lost": {
    name: "minus sign of the second term lost",
    says: "used $\\frac{1}{1-p}$ as the derivative of $\\ln(1-p)$",
    instead: "As $p$ grows, $1 - p$ falls, so the derivative is $-\\frac{1}{1-p}$.",
  },
  "second-term-left-out": {
    name: "1 − y term left out",
    says: "left out the term with $1 - y$",
    instead: "Where $y = 0$, that term is all there is: $-\\ln(1-p)$.",
  },
  "loss-terms-changed-over": {
    name: "p and y mixed up in the loss",
    says: "swapped $\\ln p$ and $\\ln(1-p)$",
    instead: "$y$ goes with $\\ln p$ and $1 - y$ with $\\ln(1-p)$.",
  },
  "hidden-slope-left-out": {
    name: "hidden layer’s slope left out",
    says: "left out the derivative of a hidden layer’s activation",
    instead:
      "$dz^{[l]} = dh^{[l]} \\odot g'(z^{[l]})$, where $g'$ is $h(1-h)$ for a sigmoid and $1-h^2$ for tanh.",
  },
  "h-for-slope": {
    name: "h used for h(1 − h)",
    says: "multiplied by $h$ instead of by the slope of its activation",
    instead: "The slope is $h(1-h)$ for a sigmoid and $1-h^2$ for tanh, taken entry by entry.",
  },
  "slope-at-h": {
    name: "slope taken at h instead of z",
    says: "took the activation's derivative at $h$ instead of at $z$",
    instead:
      "$h$ is already $g(z)$, so you can get the slope at $z$ straight from it: $h(1-h)$ for a sigmoid, $1-h^2$ for tanh.",
  },
  "relu-mask-forgotten": {
    name: "gradient let through a closed ReLU",
    says: "let the gradient through a ReLU that was closed",
    instead: "Where $z \\le 0$, a ReLU gives 0 whatever $z$ is, so its slope there is 0.",
  },
  "z-for-h": {
    name: "z used for h",
    says: "used the weighted sum $z$ instead of the activation $h$",
    instead: "A layer’s input is the output of the layer before it, $h = g(z)$.",
  },
  "bias-left-out": {
    name: "bias left out",
    says: "left out the bias",
    instead: "$z^{[l]} = W^{[l]} h^{[l-1]} + b^{[l]}$.",
  },
  "activation-left-out": {
    name: "activation left out",
    says: "carried on with $z$ without applying the activation",
    instead:
      "Each layer does two things: it computes a weighted sum, then applies $g$ to every entry.",
  },
  "weights-not-transposed": {
    name: "weights not transposed going back",
    says: "went back through $W$ without transposing it",
    instead:
      "Forward, each row of $W$ belongs to a neuron; going back, each column does: $dh = W^{\\top} dz$.",
  },
  "outer-product-turned": {
    name: "outer product the wrong way round",
    says: "took the outer product the wrong way round",
    instead: "$\\partial L/\\partial W = dz \\, h^{\\top}$, which has the shape of $W$.",
  },
  "own-h-for-input": {
    name: "layer’s own h used as its input",
    says: "multiplied by the layer’s own $h^{[l]}$ instead of its input, $h^{[l-1]}$",
    instead: "$W^{[l]}$ multiplies $h^{[l-1]}$, so that is the factor in its gradient.",
  },
  "layer-below-read": {
    name: "one layer too low",
    says: "used the layer below the one asked for",
    instead: "Layers count from 1, and the inputs are layer 0.",
  },
  "layer-above-read": {
    name: "one layer too high",
    says: "used the layer above the one asked for",
    instead: "Layers count from 1, and the inputs are layer 0.",
  },
  "sum-for-mean": {
    name: "sum instead of mean",
    says: "added the examples up instead of taking their mean",
    instead: "The loss of a batch is a mean, so its gradient has a factor $\\frac{1}{m}$.",
  },
  "mean-for-sum": {
    name: "mean instead of sum",
    says: "divided by the number of examples once too often",
    instead: "The $\\frac{1}{m}$ is already in $dz$; from there on, you just add the examples up.",
  },
  "bias-gradient-times-h": {
    name: "bias gradient multiplied by h",
    says: "multiplied the bias’s gradient by $h$",
    instead: "Nothing multiplies a bias, so its gradient is $dz$ itself.",
  },
  "bias-gradient-forgotten": {
    name: "bias gradient forgotten",
    says: "left out the bias’s gradient",
    instead: "A bias shifts $z$ one for one, so its gradient is $dz$.",
  },
  "rate-left-out": {
    name: "learning rate left out",
    says: "stepped by the whole gradient, without the learning rate",
    instead: "A step is $\\alpha$ times the gradient.",
  },
  uphill: {
    name: "stepped uphill",
    says: "added the step instead of subtracting it",
    instead: "The gradient points uphill, so subtract it to make the loss smaller.",
  },
  "softmax-not-normalised": {
    name: "softmax not normalised",
    says: "didn’t divide by the sum in the softmax",
    instead: "Divide each $e^{z_k}$ by the sum of them all, so that the outputs add up to 1.",
  },
  "sigmoid-slope-for-softmax": {
    name: "sigmoid’s slope used for a softmax",
    says: "used $p(1-p)$ as the derivative of the softmax",
    instead: "Every output of a softmax depends on every $z$, not just on its own.",
  },
  "square-factor-left-out": {
    name: "2 from the square left out",
    says: "left out the 2 that comes down from the square",
    instead: "The derivative of $(p-y)^2$ is $2(p-y)$.",
  },
  "velocity-forgotten": {
    name: "velocity forgotten",
    says: "forgot the velocity from the step before",
    instead: "Momentum keeps $\\beta$ of the old velocity and adds the new gradient.",
  },
  "bias-correction-left-out": {
    name: "Adam’s bias correction left out",
    says: "didn’t divide by $1 - \\beta^t$",
    instead:
      "The running means start at 0, so they are too small at first; dividing makes up for that.",
  },
  "rounded-early": {
    name: "rounded too early",
    says: "rounded to two decimals along the way",
    instead: "Keep every digit while you work, and round only the answer.",
  },
  "updated-weights": {
    name: "backward pass through updated weights",
    says: "ran the backward pass through the weights after updating them",
    instead: "Compute every gradient with the old weights, then update everything together.",
  },
};

/** What a student reads of a recorded diagnosis; undefined for one that is no changed rule. */
export const explanationOf = (name: string): Explanation | undefined =>
  Object.hasOwn(explanations, name) ? explanations[name as ChangedRuleName] : undefined;

/** The name of a recorded diagnosis in a few words; undefined for one that is no changed rule. */
export const nameOfRule = (name: string): string | undefined => explanationOf(name)?.name;
