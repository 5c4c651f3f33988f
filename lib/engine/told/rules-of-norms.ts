/** What goes wrong in norms and dropout, and going back through them. */
export const normRules = {
  "variance-over-n-minus-1": {
    prior: 0.08,
    title: "variance over n − 1",
    says: "divided by $n - 1$ in the variance",
    instead: "A norm’s variance is the mean of the squared distances, so divide by $n$.",
  },
  "deviation-for-variance": {
    prior: 0.05,
    title: "standard deviation for variance",
    says: "took the standard deviation where the variance belongs",
    instead: "The variance is the mean of the squared distances, without a root.",
  },
  "epsilon-outside-root": {
    prior: 0.07,
    title: "ε outside the root",
    says: "added $\\varepsilon$ outside the root",
    instead: "Add $\\varepsilon$ to the variance first, then take the root.",
  },
  "epsilon-left-out": {
    prior: 0.05,
    title: "ε left out",
    says: "left out $\\varepsilon$",
    instead: "Divide by $\\sqrt{\\sigma^2 + \\varepsilon}$.",
  },
  "variance-for-deviation": {
    prior: 0.06,
    title: "divided by the variance",
    says: "divided by the variance without taking its root",
    instead: "Divide by the standard deviation, $\\sqrt{\\sigma^2 + \\varepsilon}$.",
  },
  "mean-not-taken-off": {
    prior: 0.05,
    title: "mean not subtracted",
    says: "didn’t subtract the mean",
    instead: "First subtract the mean, then divide by the standard deviation.",
  },
  "gamma-left-out": {
    prior: 0.06,
    title: "γ left out",
    says: "left out the scale $\\gamma$",
    instead: "The norm’s output is $\\gamma \\odot \\hat x + \\beta$.",
  },
  "beta-left-out": {
    prior: 0.06,
    title: "β left out",
    says: "left out the shift $\\beta$",
    instead: "The norm’s output is $\\gamma \\odot \\hat x + \\beta$.",
  },
  "gamma-for-beta": {
    prior: 0.04,
    title: "γ and β swapped",
    says: "swapped $\\gamma$ and $\\beta$",
    instead: "$\\gamma$ scales and $\\beta$ shifts: $\\gamma \\odot \\hat x + \\beta$.",
  },
  "mean-held": {
    prior: 0.08,
    title: "mean treated as a constant",
    says: "treated the mean as a constant in the gradient",
    instead: "The mean moves with every entry, so a path of the gradient runs through it.",
  },
  "variance-held": {
    prior: 0.08,
    title: "variance treated as a constant",
    says: "treated the variance as a constant in the gradient",
    instead: "The variance moves with every entry, so a path of the gradient runs through it.",
  },
  "norm-held": {
    prior: 0.08,
    title: "mean and variance treated as constants",
    says: "treated the mean and the variance as constants in the gradient",
    instead: "Both move with every entry, so the gradient has a path through each.",
  },
  "mask-not-rescaled": {
    prior: 0.08,
    title: "dropout not rescaled",
    says: "didn’t divide by $1 - \\text{rate}$ after dropping",
    instead: "What is kept is divided by $1 - \\text{rate}$, so that the mean stays the same.",
  },
  "rescaled-by-rate": {
    prior: 0.05,
    title: "dropout divided by the rate",
    says: "divided by the rate instead of by $1 - \\text{rate}$",
    instead: "The rate is the share dropped; divide by the share kept, $1 - \\text{rate}$.",
  },
  "dropout-forgotten": {
    prior: 0.04,
    title: "dropout left out",
    says: "left out the dropout",
    instead:
      "A 0 in the mask drops an entry, both forward and going back, and what is kept is divided by $1 - \\text{rate}$.",
  },
  "dropout-mask-forgotten": {
    prior: 0.04,
    title: "dropout’s mask forgotten, and rescaled all the same",
    says: "divided by $1 - \\text{rate}$ but kept the entries that the mask drops",
    instead: "A 0 in the mask drops an entry, both forward and going back.",
  },
  "axis-changed-over": {
    prior: 0.06,
    title: "wrong axis",
    says: "went along the other axis",
    instead:
      "Check what each number is for: a batch norm works along a feature’s row, a layer norm down an example’s column.",
  },
} as const;
