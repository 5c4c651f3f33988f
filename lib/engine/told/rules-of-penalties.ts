/** What goes wrong in penalties. */
export const penaltyRules = {
  "penalty-left-out": {
    prior: 0.06,
    title: "penalty left out",
    says: "left out the penalty",
    instead: "The loss that is minimised includes the penalty.",
  },
  "penalty-gradient-left-out": {
    prior: 0.08,
    title: "penalty left out of the gradient",
    says: "left the penalty out of the gradient",
    instead: "The penalty is part of the loss, so its derivative is part of the gradient.",
  },
  "penalty-half": {
    prior: 0.07,
    title: "½ of the penalty forgotten or put in",
    says: "got the factor of the penalty wrong by 2",
    instead: "Check whether the penalty is $\\frac{\\lambda}{2}\\sum w^2$ or $\\lambda\\sum w^2$.",
  },
  "penalty-two": {
    prior: 0.07,
    title: "2 in the penalty’s gradient",
    says: "got the factor of the penalty’s gradient wrong by 2",
    instead: "$\\lambda w^2$ has the derivative $2\\lambda w$; with a ½ in front, the 2 cancels.",
  },
  "penalty-sign": {
    prior: 0.05,
    title: "penalty with the wrong sign",
    says: "gave the penalty the wrong sign",
    instead: "Large weights make the loss larger, so the penalty is added.",
  },
  "l1-for-l2": {
    prior: 0.04,
    title: "absolute values instead of squares",
    says: "added up absolute values instead of squares",
    instead: "An L2 penalty adds up the squares of the weights.",
  },
  "l2-for-l1": {
    prior: 0.04,
    title: "squares instead of absolute values",
    says: "added up squares instead of absolute values",
    instead: "An L1 penalty adds up the absolute values of the weights.",
  },
  "weight-sign-forgotten": {
    prior: 0.07,
    title: "sign of the weight forgotten",
    says: "left out the sign of the weight",
    instead: "$|w|$ has the derivative $+1$ for a positive $w$ and $-1$ for a negative one.",
  },
} as const;
