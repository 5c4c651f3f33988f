export { checkExercise, type Report } from "./check-exercise";
export { faultInWords, ruleInWords } from "./fault-in-words";
export { type FeatureSpread, featureInWords } from "./features";
export type { Finding } from "./finding";
export { gradingOf } from "./grading-of";
export { typedKeys } from "./keys";
export { isMade, isToldApart } from "./told-apart";
