export { toNumber, toTensor } from "./coerce";
export type {
  Display,
  Exercise,
  FixedVariant,
  Given,
  Hint,
  Issue,
  Misconception,
  Part,
  Position,
} from "./exercise";
export {
  type GradedPart,
  type Grading,
  gradeSubmission,
  type PartResult,
  type Result,
  type UnreadablePart,
  type Verdict,
} from "./grade";
export { cutResponses, isBlank, isTooLong } from "./read-parts";
export { generatorFor, hash128 } from "./seed";
export { fromJson, isRecord, isTensor, type Json, toJson, type Value } from "./value";
export { drawVariant, type Variant } from "./variant";
