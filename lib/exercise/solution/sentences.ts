import type { StepRule } from "@/lib/engine";

/** What each step of a pass does, said before its formula. */
export const sentences: Readonly<Record<StepRule, string>> = {
  "weighted-sum": "Multiply the inputs by their weights, add them up, and add the bias.",
  activation: "Send it through the activation.",
  loss: "Put the prediction and the label into the loss.",
  "mean-of-losses": "Take the mean over the examples.",
  "loss-derivative": "Differentiate the loss with respect to the prediction.",
  "activation-derivative": "Multiply by the slope of the activation.",
  "output-gradient": "At the output, what is left of the derivatives is prediction minus label.",
  "weight-gradient": "Each weight gets its neuron’s gradient times the input it is multiplied by.",
  "bias-gradient":
    "A bias is only added, so it gets its neuron’s gradient, summed over the examples of a batch.",
  "back-through-weights": "Send the gradient back through the weights.",
  descent: "Step against the gradient, as far as the learning rate says.",
};
