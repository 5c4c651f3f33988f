import type { ChangedRuleName } from "@/lib/engine";

/** What a student reads of a changed rule. */
export interface Explanation {
  /** The mistake in a few words, for tables. */
  readonly name: string;
  /** What was done, to follow "It looks as if you …"; Markdown with TeX. */
  readonly says: string;
  /** What is right, and why. */
  readonly instead: string;
  /** Where it is taught: a lesson's address, and a heading in it. */
  readonly lesson: `/courses/${string}#${string}`;
}

const course = "/courses/backpropagation";
const notation = `${course}/notation-and-shapes` as const;
const feedforward = `${course}/feedforward` as const;
const losses = `${course}/losses` as const;
const output = `${course}/updating-weights-and-biases-1` as const;
const batches = `${course}/batches` as const;
const softmax = `${course}/softmax` as const;
const activations = `${course}/activations` as const;
const optimisers = `${course}/optimisers` as const;
const hidden = `${course}/updating-weights-and-biases-2` as const;

export const explanations: Readonly<Record<ChangedRuleName, Explanation>> = {
  "sign-turned": {
    name: "the sign of p − y turned",
    says: "took $y - p$ where $p - y$ belongs",
    instead: "When $p$ is too large the loss rises with $z$, so the gradient is $p - y$.",
    lesson: `${output}#the-error-and-nothing-else`,
  },
  "base-10-log": {
    name: "logarithm to base 10",
    says: "took the logarithm to base 10",
    instead: "Losses take the natural logarithm, $\\ln$.",
    lesson: `${losses}#why-a-logarithm`,
  },
  "base-2-log": {
    name: "logarithm to base 2",
    says: "took the logarithm to base 2",
    instead: "Losses take the natural logarithm, $\\ln$.",
    lesson: `${losses}#why-a-logarithm`,
  },
  "output-slope-left-out": {
    name: "the output's slope left out",
    says: "left out the derivative of the output's activation, $p(1-p)$ for a sigmoid",
    instead:
      "From $\\partial L/\\partial p$ to $dz$ there is one more factor: $\\partial p/\\partial z$.",
    lesson: `${output}#the-second-factor-the-sigmoid`,
  },
  "output-slope-twice": {
    name: "the output's slope taken twice",
    says: "multiplied by the derivative of the output's activation twice",
    instead: "With cross-entropy it cancels against the loss, and $p - y$ has no slope left in it.",
    lesson: `${output}#the-error-and-nothing-else`,
  },
  "second-sign-lost": {
    name: "the sign of the second term lost",
    says: "took the derivative of $\\ln(1-p)$ to be $\\frac{1}{1-p}$",
    instead: "$1 - p$ falls as $p$ grows, so it is $-\\frac{1}{1-p}$.",
    lesson: `${output}#the-first-factor-the-loss`,
  },
  "second-term-left-out": {
    name: "the 1 − y term left out",
    says: "left out the term with $1 - y$",
    instead: "Where $y = 0$ that term is all there is: $-\\ln(1-p)$.",
    lesson: `${losses}#binary-cross-entropy`,
  },
  "loss-terms-changed-over": {
    name: "p and y changed over in the loss",
    says: "changed $\\ln p$ and $\\ln(1-p)$ over",
    instead: "$y$ goes with $\\ln p$ and $1 - y$ with $\\ln(1-p)$.",
    lesson: `${losses}#binary-cross-entropy`,
  },
  "hidden-slope-left-out": {
    name: "a hidden layer's slope left out",
    says: "left out the derivative of a hidden layer's activation",
    instead:
      "$dz^{[l]} = dh^{[l]} \\odot g'(z^{[l]})$, where $g'$ is $h(1-h)$ for a sigmoid and $1-h^2$ for tanh.",
    lesson: `${hidden}#through-the-activation`,
  },
  "h-for-slope": {
    name: "h used for h(1 − h)",
    says: "multiplied by $h$ where the slope of its activation belongs",
    instead: "The slope is $h(1-h)$ for a sigmoid and $1-h^2$ for tanh, element by element.",
    lesson: `${hidden}#through-the-activation`,
  },
  "slope-at-h": {
    name: "the slope taken at h instead of z",
    says: "took the activation's derivative at $h$ instead of at $z$",
    instead:
      "$h$ is $g(z)$ already: the slope at $z$ is $h(1-h)$ for a sigmoid and $1-h^2$ for tanh, with no function to take again.",
    lesson: `${hidden}#through-the-activation`,
  },
  "relu-mask-forgotten": {
    name: "the ReLU's mask forgotten",
    says: "let the gradient through a ReLU that was closed",
    instead: "Where $z \\le 0$ a ReLU gives 0 whatever $z$ does, so its slope there is 0.",
    lesson: `${activations}#relu-and-its-mask`,
  },
  "z-for-h": {
    name: "z used for h",
    says: "used the weighted sum $z$ where the activation $h$ belongs",
    instead: "A layer is given what the layer before it makes: $h = g(z)$.",
    lesson: `${feedforward}#two-steps-always-both`,
  },
  "bias-left-out": {
    name: "bias left out",
    says: "left out the bias",
    instead: "$z^{[l]} = W^{[l]} h^{[l-1]} + b^{[l]}$.",
    lesson: `${feedforward}#one-neuron`,
  },
  "activation-left-out": {
    name: "activation left out",
    says: "went on with $z$ without sending it through the activation",
    instead: "Each layer does two things: it weighs, and then it applies $g$ to every entry.",
    lesson: `${feedforward}#two-steps-always-both`,
  },
  "weights-not-transposed": {
    name: "weights not transposed going back",
    says: "went back through $W$ without transposing it",
    instead:
      "Forward, a row of $W$ belongs to a neuron; going back, its column does: $dh = W^{\\top} dz$.",
    lesson: `${hidden}#several-ways-back`,
  },
  "outer-product-turned": {
    name: "outer product turned round",
    says: "took the outer product the other way round",
    instead: "$\\partial L/\\partial W = dz \\, h^{\\top}$, which has the shape of $W$.",
    lesson: `${hidden}#the-weights-of-layer-2`,
  },
  "own-h-for-input": {
    name: "the layer's own h for its input",
    says: "multiplied by the layer's own $h^{[l]}$ instead of what it was given, $h^{[l-1]}$",
    instead: "$W^{[l]}$ multiplies $h^{[l-1]}$, so that is what stands in its gradient.",
    lesson: `${hidden}#the-weights-of-layer-2`,
  },
  "layer-below-read": {
    name: "one layer too low",
    says: "read the numbers of the layer below the one meant",
    instead: "Layers count from 1, and the inputs are layer 0.",
    lesson: `${notation}#layers-count-from-1`,
  },
  "layer-above-read": {
    name: "one layer too high",
    says: "read the numbers of the layer above the one meant",
    instead: "Layers count from 1, and the inputs are layer 0.",
    lesson: `${notation}#layers-count-from-1`,
  },
  "sum-for-mean": {
    name: "sum for mean",
    says: "summed over the examples instead of taking their mean",
    instead: "The loss of a batch is the mean, so its gradient has a $\\frac{1}{m}$.",
    lesson: `${batches}#where-the-mean-goes`,
  },
  "mean-for-sum": {
    name: "mean for sum",
    says: "divided by the number of examples once too often",
    instead: "The $\\frac{1}{m}$ is in $dz$ already; from there on the examples are summed.",
    lesson: `${batches}#once-and-only-once`,
  },
  "bias-gradient-times-h": {
    name: "bias gradient multiplied by h",
    says: "multiplied the bias's gradient by $h$",
    instead: "A bias is multiplied by nothing, so its gradient is $dz$ itself.",
    lesson: `${hidden}#the-weights-of-layer-2`,
  },
  "bias-gradient-forgotten": {
    name: "bias gradient forgotten",
    says: "left the bias without a gradient",
    instead: "A bias shifts $z$ one for one, so its gradient is $dz$.",
    lesson: `${batches}#and-the-biases`,
  },
  "rate-left-out": {
    name: "learning rate left out",
    says: "stepped by the whole gradient, without the learning rate",
    instead: "A step is $\\alpha$ times the gradient.",
    lesson: `${output}#downhill`,
  },
  uphill: {
    name: "stepped uphill",
    says: "added the step instead of taking it away",
    instead: "The gradient points uphill; to make the loss smaller, subtract.",
    lesson: `${output}#downhill`,
  },
  "softmax-not-normalised": {
    name: "softmax not normalised",
    says: "left out the division by the sum in the softmax",
    instead: "Each $e^{z_k}$ is divided by the sum of them all, so that the outputs add up to 1.",
    lesson: `${softmax}#exponentiate-then-divide`,
  },
  "sigmoid-slope-for-softmax": {
    name: "a sigmoid's slope for a softmax",
    says: "took $p(1-p)$ for the derivative of the softmax",
    instead: "Every output of a softmax depends on every $z$, not on its own alone.",
    lesson: `${softmax}#the-error-again`,
  },
  "square-factor-left-out": {
    name: "the 2 of the square left out",
    says: "left out the 2 that the square brings down",
    instead: "The derivative of $(p-y)^2$ is $2(p-y)$.",
    lesson: `${losses}#how-hard-a-loss-pulls`,
  },
  "velocity-forgotten": {
    name: "velocity forgotten",
    says: "forgot the velocity of the step before",
    instead: "Momentum keeps $\\beta$ of its velocity and adds the new gradient.",
    lesson: `${optimisers}#momentum`,
  },
  "bias-correction-left-out": {
    name: "Adam's bias correction left out",
    says: "left out the division by $1 - \\beta^t$",
    instead:
      "The running means begin at 0 and are too small at first; the division makes up for it.",
    lesson: `${optimisers}#means-that-begin-at-0`,
  },
  "rounded-early": {
    name: "rounded too early",
    says: "rounded to two decimals along the way",
    instead: "Keep all figures while you work, and round only what you type.",
    lesson: `${feedforward}#round-at-the-end`,
  },
  "updated-weights": {
    name: "went back through updated weights",
    says: "went back through the weights after updating them",
    instead: "All gradients are taken at the old weights, and then everything is updated together.",
    lesson: `${hidden}#one-update`,
  },
};

/** What a student reads of a recorded diagnosis; undefined for one that is no changed rule. */
export const explanationOf = (name: string): Explanation | undefined =>
  Object.hasOwn(explanations, name) ? explanations[name as ChangedRuleName] : undefined;

/** The name of a recorded diagnosis in a few words; undefined for one that is no changed rule. */
export const nameOfRule = (name: string): string | undefined => explanationOf(name)?.name;
