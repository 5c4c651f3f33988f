import type { RuleWords } from "./rule-words";

/** What goes wrong in the shares of momentum and Adam. */
export const optimiserRules = {
  "share-left-out": {
    prior: 0.03,
    title: "1 − β left out",
    says: "added the new value whole, without $1 - \\beta$",
    instead: "A running mean takes $1 - \\beta$ of the new value, so that the shares add up to 1.",
  },
  "decay-left-out": {
    prior: 0.03,
    title: "β left out",
    says: "kept all of the old value, without $\\beta$",
    instead: "Only $\\beta$ of the old value is kept.",
  },
  "decay-on-gradient": {
    prior: 0.02,
    title: "β on the gradient",
    says: "multiplied the gradient by $\\beta$ instead of the velocity",
    instead: "$\\beta$ says how much of the old velocity is kept: $v \\leftarrow \\beta v + g$.",
  },
} as const satisfies Record<string, RuleWords>;
