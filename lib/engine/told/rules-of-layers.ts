import type { RuleWords } from "./rule-words";

/** What goes wrong in a layer, in its slope and in a loss. */
export const layerRules = {
  "bias-subtracted": {
    prior: 0.02,
    title: "bias subtracted",
    says: "subtracted the bias instead of adding it",
    instead: "The bias is added: $z^{[l]} = W^{[l]} h^{[l-1]} + b^{[l]}$.",
  },
  "sign-lost": {
    prior: 0.02,
    title: "minus sign of a number lost",
    says: "lost the minus sign of a number",
    instead: "Carry each number’s sign along as you multiply.",
  },
  "input-left-out": {
    prior: 0.01,
    title: "one input left out",
    says: "left out one of the inputs",
    instead: "Every input is multiplied by its weight, and all products are added.",
  },
  "one-example-only": {
    prior: 0.015,
    title: "one example only",
    says: "counted only one example of the batch",
    instead: "A batch’s loss and its gradients count every example.",
  },
  "weights-read-crosswise": {
    prior: 0.03,
    title: "weights read crosswise",
    says: "read $W$ crosswise, going down its columns instead of along its rows",
    instead: "Each row of $W$ holds the weights of one neuron.",
  },
  "x-for-h": {
    prior: 0.03,
    title: "x used for h",
    says: "used the input $x$ instead of the activation $h$ of the layer below",
    instead: "Only the first layer reads $x$; every other one reads the layer below it.",
  },
  "weights-for-input": {
    prior: 0.02,
    title: "W used for h",
    says: "multiplied by the weights instead of by the layer’s input",
    instead:
      "The gradient by the weights is $dz$ times what the weights multiply: $dz \\, h^{\\top}$.",
  },
  "input-for-weights": {
    prior: 0.01,
    title: "h used for W",
    says: "multiplied by the layer’s input instead of by its weights",
    instead:
      "The gradient by the input is $dz$ times what the input is multiplied by: $W^{\\top} dz$.",
  },
  "sign-of-z-turned": {
    prior: 0.03,
    title: "σ(−z) for σ(z)",
    says: "took the sigmoid of $-z$ instead of $z$",
    instead: "The exponent has the minus: $\\sigma(z) = \\frac{1}{1 + e^{-z}}$.",
  },
  "other-activation": {
    prior: 0.02,
    title: "another activation",
    says: "used another activation than the one given",
    instead: "Check which activation this layer has.",
  },
  "slope-for-activation": {
    prior: 0.02,
    title: "slope used for the activation",
    says: "used the derivative of the activation instead of the activation itself",
    instead: "The pass forward uses $g(z)$; its derivative comes only on the way back.",
  },
  "softmax-without-exp": {
    prior: 0.03,
    title: "softmax without e",
    says: "divided the logits by their sum, without raising $e$ to them first",
    instead: "A softmax divides each $e^{z_k}$ by the sum of them all.",
  },
  "slope-put-in": {
    prior: 0.03,
    title: "slope where none belongs",
    says: "multiplied by the derivative of an activation where none belongs",
    instead:
      "The derivative of an activation comes in once, where the gradient passes from $h$ to $z$.",
  },
  "other-slope": {
    prior: 0.04,
    title: "another activation’s slope",
    says: "used the derivative of another activation",
    instead: "The slope is $h(1-h)$ for a sigmoid, $1-h^2$ for tanh, and 1 or 0 for a ReLU.",
  },
  "one-minus-h-for-slope": {
    prior: 0.03,
    title: "1 − h for h(1 − h)",
    says: "multiplied by $1 - h$ alone",
    instead: "The slope of a sigmoid is $h(1-h)$, with both factors.",
  },
  "z-in-slope": {
    prior: 0.03,
    title: "z for h in the slope",
    says: "put $z$ instead of $h$ into the slope",
    instead: "$h(1-h)$ and $1-h^2$ are written in $h = g(z)$, not in $z$.",
  },
  "mask-turned": {
    prior: 0.02,
    title: "ReLU’s mask the wrong way round",
    says: "let the gradient through where the ReLU was closed, and stopped it where it was open",
    instead: "The slope of a ReLU is 1 where $z > 0$, and 0 elsewhere.",
  },
  "tanh-slope-without-square": {
    prior: 0.04,
    title: "1 − h for 1 − h²",
    says: "left out the square in the derivative of the tanh",
    instead: "The slope of a tanh is $1 - h^2$.",
  },
  "mean-over-outputs": {
    prior: 0.03,
    title: "divided by the number of outputs",
    says: "divided by the number of outputs",
    instead: "The loss of an example is the sum over its outputs; only examples are averaged.",
  },
  "distance-for-loss": {
    prior: 0.03,
    title: "1 − p for the loss",
    says: "used how far $p$ is from the label, without taking a logarithm",
    instead: "Cross-entropy is the negative logarithm of what the true class was given.",
  },
  "label-ignored": {
    prior: 0.03,
    title: "label ignored",
    says: "took $-\\ln p$ without looking at the label",
    instead: "The label decides which terms count: $\\ln p$ goes with $y$.",
  },
  "squared-for-cross-entropy": {
    prior: 0.03,
    title: "squared error for cross-entropy",
    says: "used the squared error instead of cross-entropy",
    instead: "Cross-entropy takes logarithms: $-\\sum_k y_k \\ln p_k$.",
  },
  "both-terms-for-cross-entropy": {
    prior: 0.02,
    title: "1 − y term in a cross-entropy of classes",
    says: "added the term $(1-y)\\ln(1-p)$, which belongs to binary cross-entropy",
    instead: "With a softmax, only the true class counts: $-\\sum_k y_k \\ln p_k$.",
  },
  "one-class-only": {
    prior: 0.02,
    title: "one class only",
    says: "counted only the outputs whose label is 1",
    instead: "A squared error counts every output: where $y = 0$, it adds $p^2$.",
  },
  "wrong-class": {
    prior: 0.03,
    title: "another class for the true one",
    says: "used another class than the true one",
    instead: "The true class is the one whose $y$ is 1.",
  },
  "absolute-for-squared": {
    prior: 0.02,
    title: "error not squared",
    says: "added up the errors without squaring them",
    instead: "A squared error squares each $p - y$ before adding.",
  },
} as const satisfies Record<string, RuleWords>;
