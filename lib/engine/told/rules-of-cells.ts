/** What goes wrong in recurrent cells, and where gradients come back along several paths. */
export const cellRules = {
  "state-weights-swapped": {
    prior: 0.06,
    title: "Wx and Wh swapped",
    says: "swapped the weights of the input and those of the state",
    instead: "$W_x$ multiplies the input $x$, and $W_h$ the state before.",
  },
  "state-left-out": {
    prior: 0.06,
    title: "previous state left out",
    says: "left out the previous state",
    instead: "A recurrent cell also sees its own state from the step before: $W_h h$.",
  },
  "cell-bias-left-out": {
    prior: 0.05,
    title: "cell’s bias left out",
    says: "left out the bias of the cell",
    instead: "The weighted sum is $W_x x + W_h h + b$.",
  },
  "tanh-for-gate": {
    prior: 0.06,
    title: "tanh used for a gate",
    says: "used tanh for a gate",
    instead: "A gate lies between 0 and 1, so its activation is the sigmoid.",
  },
  "sigmoid-for-candidate": {
    prior: 0.06,
    title: "sigmoid used for the candidate",
    says: "used the sigmoid for the candidate",
    instead: "A candidate may be negative, so its activation is tanh.",
  },
  "gates-swapped": {
    prior: 0.06,
    title: "forget and input gate swapped",
    says: "swapped the forget gate and the input gate",
    instead: "The forget gate multiplies the old state, and the input gate the candidate.",
  },
  "forget-gate-left-out": {
    prior: 0.05,
    title: "forget gate left out",
    says: "kept all of the old state, without the forget gate",
    instead: "The new state is $f \\odot c + i \\odot g$.",
  },
  "input-gate-left-out": {
    prior: 0.05,
    title: "input gate left out",
    says: "let in all of the candidate, without the input gate",
    instead: "The new state is $f \\odot c + i \\odot g$.",
  },
  "update-gate-turned": {
    prior: 0.08,
    title: "update gate turned round",
    says: "swapped $z$ and $1 - z$",
    instead:
      "Here $z$ is the share of the old state that is kept: $z \\odot h + (1 - z) \\odot n$.",
  },
  "path-left-out": {
    prior: 0.08,
    title: "only one path counted",
    says: "counted only one of the paths that the gradient comes back along",
    instead: "What is used in several places gets the sum of the gradients from all of them.",
  },
  "last-step-only": {
    prior: 0.08,
    title: "only the last time step counted",
    says: "counted only the last time step in the gradient of the shared weights",
    instead: "The same weights work at every step, so the gradients of all steps are added up.",
  },
} as const;
