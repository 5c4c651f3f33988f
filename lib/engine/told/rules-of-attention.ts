/** What goes wrong in attention. */
export const attentionRules = {
  "softmax-axis": {
    prior: 0.08,
    title: "softmax along the wrong axis",
    says: "took the softmax down the columns instead of along the rows",
    instead: "Each query has a row, and its weights over all the keys add up to 1.",
  },
  "attention-scale-left-out": {
    prior: 0.08,
    title: "scale by √d left out",
    says: "didn’t divide the scores by $\\sqrt{d}$",
    instead: "Scores are divided by $\\sqrt{d}$, where $d$ is the length of a key.",
  },
  "attention-scale-by-d": {
    prior: 0.06,
    title: "divided by d instead of √d",
    says: "divided the scores by $d$ instead of $\\sqrt{d}$",
    instead:
      "The spread of a sum of $d$ products grows with $\\sqrt{d}$, so divide by $\\sqrt{d}$.",
  },
  "attention-scale-times": {
    prior: 0.03,
    title: "multiplied by √d",
    says: "multiplied the scores by $\\sqrt{d}$ instead of dividing",
    instead: "Dividing by $\\sqrt{d}$ keeps the scores small.",
  },
  "mask-forgotten": {
    prior: 0.08,
    title: "mask forgotten",
    says: "forgot the mask",
    instead: "A hidden key gets the score $-\\infty$, so that its weight is 0.",
  },
  "mask-zeroed": {
    prior: 0.06,
    title: "hidden scores set to 0",
    says: "set the hidden scores to 0",
    instead: "A score of 0 still gets weight, since $e^0 = 1$. Hidden scores become $-\\infty$.",
  },
  "attention-mask-turned": {
    prior: 0.04,
    title: "mask turned round",
    says: "hid the keys that the mask lets through, and let the others through",
    instead: "A 1 in the mask lets a key through, and a 0 hides it.",
  },
  "queries-for-keys": {
    prior: 0.06,
    title: "Q and K swapped",
    says: "swapped $Q$ and $K$",
    instead: "The scores are $QK^{\\top}$: a row for each query, a column for each key.",
  },
  "features-for-tokens": {
    prior: 0.04,
    title: "QᵀK instead of QKᵀ",
    says: "computed $Q^{\\top}K$ instead of $QK^{\\top}$",
    instead: "Tokens are rows, so a score is a row of $Q$ times a row of $K$.",
  },
} as const;
