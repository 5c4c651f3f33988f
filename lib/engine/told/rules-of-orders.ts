import type { RuleWords } from "./rule-words";

/** What goes wrong in putting steps in order. */
export const orderRules = {
  "order-reversed": {
    prior: 0.03,
    title: "the whole order reversed",
    says: "put the steps in the opposite order",
    instead: "Begin at the other end.",
  },
  "step-before-what-it-needs": {
    prior: 0.1,
    title: "a step before what it needs",
    says: "put a step before one that it needs",
    instead: "For each step, ask what has to be known before it.",
  },
  "step-before-earlier": {
    prior: 0.1,
    title: "two steps the wrong way round",
    says: "put a step before one that comes earlier",
    instead: "These two go the other way round.",
  },
  "distractor-used": {
    prior: 0.08,
    title: "a step that doesn’t belong",
    says: "used a step that doesn’t belong",
    instead: "For each step, ask what it is needed for.",
  },
  "step-left-out": {
    prior: 0.06,
    title: "a step left out",
    says: "left out a step",
    instead: "Without it the rest doesn’t work.",
  },
} as const satisfies Record<string, RuleWords>;
