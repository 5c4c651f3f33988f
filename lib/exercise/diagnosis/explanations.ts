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

const lesson4 = "/courses/backpropagation/updating-weights-and-biases-1";

export const explanations: Readonly<Record<ChangedRuleName, Explanation>> = {
  "sign-turned": {
    name: "the sign of p − y turned",
    says: "took $y - p$ where $p - y$ belongs",
    instead: "When $p$ is too large the loss rises with $z$, so the gradient is $p - y$.",
    lesson: `${lesson4}#the-error-and-nothing-else`,
  },
  "base-10-log": {
    name: "logarithm to base 10",
    says: "took the logarithm to base 10",
    instead: "Losses take the natural logarithm, $\\ln$.",
    lesson: `${lesson4}#the-loss`,
  },
  "base-2-log": {
    name: "logarithm to base 2",
    says: "took the logarithm to base 2",
    instead: "Losses take the natural logarithm, $\\ln$.",
    lesson: `${lesson4}#the-loss`,
  },
  "output-slope-left-out": {
    name: "the output's slope left out",
    says: "left out the derivative of the output's activation, $p(1-p)$ for a sigmoid",
    instead:
      "From $\\partial L/\\partial p$ to $dz$ there is one more factor: $\\partial p/\\partial z$.",
    lesson: `${lesson4}#the-second-factor-the-sigmoid`,
  },
  "output-slope-twice": {
    name: "the output's slope taken twice",
    says: "multiplied by the derivative of the output's activation twice",
    instead: "With cross-entropy it cancels against the loss, and $p - y$ has no slope left in it.",
    lesson: `${lesson4}#the-error-and-nothing-else`,
  },
  "second-sign-lost": {
    name: "the sign of the second term lost",
    says: "took the derivative of $\\ln(1-p)$ to be $\\frac{1}{1-p}$",
    instead: "$1 - p$ falls as $p$ grows, so it is $-\\frac{1}{1-p}$.",
    lesson: `${lesson4}#the-first-factor-the-loss`,
  },
  "second-term-left-out": {
    name: "the 1 − y term left out",
    says: "left out the term with $1 - y$",
    instead: "Where $y = 0$ that term is all there is: $-\\ln(1-p)$.",
    lesson: `${lesson4}#the-loss`,
  },
  "loss-terms-changed-over": {
    name: "p and y changed over in the loss",
    says: "changed $\\ln p$ and $\\ln(1-p)$ over",
    instead: "$y$ goes with $\\ln p$ and $1 - y$ with $\\ln(1-p)$.",
    lesson: `${lesson4}#the-loss`,
  },
  "hidden-slope-left-out": {
    name: "a hidden layer's slope left out",
    says: "left out the derivative of a hidden layer's activation",
    instead: "$dz^{[l]} = dh^{[l]} \\odot g'(z^{[l]})$, which for a sigmoid is $h(1-h)$.",
    lesson: `${lesson4}#the-second-factor-the-sigmoid`,
  },
  "h-for-slope": {
    name: "h used for h(1 − h)",
    says: "multiplied by $h$ where its derivative $h(1-h)$ belongs",
    instead: "The slope of a sigmoid is $h(1-h)$, element by element.",
    lesson: `${lesson4}#the-second-factor-the-sigmoid`,
  },
  "slope-at-h": {
    name: "the slope taken at h instead of z",
    says: "took the activation's derivative at $h$ instead of at $z$",
    instead:
      "$h$ is $g(z)$ already: a sigmoid's slope at $z$ is $h(1-h)$, without another $\\sigma$.",
    lesson: `${lesson4}#the-second-factor-the-sigmoid`,
  },
  "relu-mask-forgotten": {
    name: "the ReLU's mask forgotten",
    says: "let the gradient through a ReLU that was closed",
    instead: "Where $z \\le 0$ a ReLU gives 0 whatever $z$ does, so its slope there is 0.",
    lesson: `${lesson4}#the-second-factor-the-sigmoid`,
  },
  "z-for-h": {
    name: "z used for h",
    says: "used the weighted sum $z$ where the activation $h$ belongs",
    instead: "A layer is given what the layer before it makes: $h = g(z)$.",
    lesson: `${lesson4}#feeding-forward`,
  },
  "bias-left-out": {
    name: "bias left out",
    says: "left out the bias",
    instead: "$z^{[l]} = W^{[l]} h^{[l-1]} + b^{[l]}$.",
    lesson: `${lesson4}#feeding-forward`,
  },
  "activation-left-out": {
    name: "activation left out",
    says: "went on with $z$ without sending it through the activation",
    instead: "Each layer does two things: it weighs, and then it applies $g$ to every entry.",
    lesson: `${lesson4}#feeding-forward`,
  },
  "weights-not-transposed": {
    name: "weights not transposed going back",
    says: "went back through $W$ without transposing it",
    instead:
      "Forward, a row of $W$ belongs to a neuron; going back, its column does: $dh = W^{\\top} dz$.",
    lesson: `${lesson4}#the-chain-to-the-last-weights`,
  },
  "outer-product-turned": {
    name: "outer product turned round",
    says: "took the outer product the other way round",
    instead: "$\\partial L/\\partial W = dz \\, h^{\\top}$, which has the shape of $W$.",
    lesson: `${lesson4}#the-chain-to-the-last-weights`,
  },
  "own-h-for-input": {
    name: "the layer's own h for its input",
    says: "multiplied by the layer's own $h^{[l]}$ instead of what it was given, $h^{[l-1]}$",
    instead: "$W^{[l]}$ multiplies $h^{[l-1]}$, so that is what stands in its gradient.",
    lesson: `${lesson4}#the-chain-to-the-last-weights`,
  },
  "layer-below-read": {
    name: "one layer too low",
    says: "read the numbers of the layer below the one meant",
    instead: "Layers count from 1, and the inputs are layer 0.",
    lesson: `${lesson4}#names-and-shapes`,
  },
  "layer-above-read": {
    name: "one layer too high",
    says: "read the numbers of the layer above the one meant",
    instead: "Layers count from 1, and the inputs are layer 0.",
    lesson: `${lesson4}#names-and-shapes`,
  },
  "sum-for-mean": {
    name: "sum for mean",
    says: "summed over the examples instead of taking their mean",
    instead: "The loss of a batch is the mean, so its gradient has a $\\frac{1}{m}$.",
    lesson: `${lesson4}#the-loss`,
  },
  "mean-for-sum": {
    name: "mean for sum",
    says: "divided by the number of examples once too often",
    instead: "The $\\frac{1}{m}$ is in $dz$ already; from there on the examples are summed.",
    lesson: `${lesson4}#the-loss`,
  },
  "bias-gradient-times-h": {
    name: "bias gradient multiplied by h",
    says: "multiplied the bias's gradient by $h$",
    instead: "A bias is multiplied by nothing, so its gradient is $dz$ itself.",
    lesson: `${lesson4}#the-error-and-nothing-else`,
  },
  "bias-gradient-forgotten": {
    name: "bias gradient forgotten",
    says: "left the bias without a gradient",
    instead: "A bias shifts $z$ one for one, so its gradient is $dz$.",
    lesson: `${lesson4}#the-error-and-nothing-else`,
  },
  "rate-left-out": {
    name: "learning rate left out",
    says: "stepped by the whole gradient, without the learning rate",
    instead: "A step is $\\alpha$ times the gradient.",
    lesson: `${lesson4}#downhill`,
  },
  uphill: {
    name: "stepped uphill",
    says: "added the step instead of taking it away",
    instead: "The gradient points uphill; to make the loss smaller, subtract.",
    lesson: `${lesson4}#downhill`,
  },
  "softmax-not-normalised": {
    name: "softmax not normalised",
    says: "left out the division by the sum in the softmax",
    instead: "Each $e^{z_k}$ is divided by the sum of them all, so that the outputs add up to 1.",
    lesson: `${lesson4}#the-loss`,
  },
  "sigmoid-slope-for-softmax": {
    name: "a sigmoid's slope for a softmax",
    says: "took $p(1-p)$ for the derivative of the softmax",
    instead: "Every output of a softmax depends on every $z$, not on its own alone.",
    lesson: `${lesson4}#the-second-factor-the-sigmoid`,
  },
  "square-factor-left-out": {
    name: "the 2 of the square left out",
    says: "left out the 2 that the square brings down",
    instead: "The derivative of $(p-y)^2$ is $2(p-y)$.",
    lesson: `${lesson4}#the-first-factor-the-loss`,
  },
  "velocity-forgotten": {
    name: "velocity forgotten",
    says: "forgot the velocity of the step before",
    instead: "Momentum keeps $\\beta$ of its velocity and adds the new gradient.",
    lesson: `${lesson4}#downhill`,
  },
  "bias-correction-left-out": {
    name: "Adam's bias correction left out",
    says: "left out the division by $1 - \\beta^t$",
    instead:
      "The running means begin at 0 and are too small at first; the division makes up for it.",
    lesson: `${lesson4}#downhill`,
  },
  "rounded-early": {
    name: "rounded too early",
    says: "rounded to two decimals along the way",
    instead: "Keep all figures while you work, and round only what you type.",
    lesson: `${lesson4}#your-own-network`,
  },
  "updated-weights": {
    name: "went back through updated weights",
    says: "went back through the weights after updating them",
    instead: "All gradients are taken at the old weights, and then everything is updated together.",
    lesson: `${lesson4}#downhill`,
  },
};

/** What a student reads of a recorded diagnosis; undefined for one that is no changed rule. */
export const explanationOf = (name: string): Explanation | undefined =>
  Object.hasOwn(explanations, name) ? explanations[name as ChangedRuleName] : undefined;

/** The name of a recorded diagnosis in a few words; undefined for one that is no changed rule. */
export const nameOfRule = (name: string): string | undefined => explanationOf(name)?.name;
