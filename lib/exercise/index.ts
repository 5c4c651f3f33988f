export { toNumber, toTensor } from "./coerce";
export type {
  Exercise,
  FixedVariant,
  Given,
  Issue,
  Misconception,
  Part,
  Position,
} from "./exercise";
export {
  type GradedPart,
  gradeSubmission,
  longestResponse,
  type PartResult,
  type Result,
  type UnreadablePart,
  type Verdict,
} from "./grade";
export { generatorFor, hash128 } from "./seed";
export { fromJson, isRecord, isTensor, type Json, toJson, type Value } from "./value";
export { drawVariant, type Variant } from "./variant";
