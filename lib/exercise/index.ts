export { toNumber, toTensor } from "./coerce";
export type {
  Display,
  Exercise,
  FixedVariant,
  Given,
  Hint,
  Misconception,
  Part,
} from "./exercise";
export { gradeSubmission } from "./grade";
export type { Grading } from "./grading";
export type { Issue, Position } from "./issue";
export { withOrderings } from "./orderings/with-orderings";
export { sumOf, toPoints } from "./points";
export { cutResponses, isBlank, isTooLong } from "./read-parts";
export type { GradedPart, PartResult, Result, UnreadablePart, Verdict } from "./result";
export { generatorFor, hash128 } from "./seed";
export { fromJson, isRecord, isTensor, type Json, toJson, type Value } from "./value";
export { drawsAnything, drawVariant, type Variant } from "./variant";
export { definitionsIn, withDefinitions } from "./with-definitions";
