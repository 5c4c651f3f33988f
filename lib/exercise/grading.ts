import type { Scope } from "./language/expr";

type ByPart<T> = Readonly<Record<string, T>>;

/** What a variant's grading needs of it. What is worked out of it is kept with this very object, and worked out once where
 *  all of its answers are graded by the same. */
export interface Grading {
  readonly keys: ByPart<unknown>;
  readonly views: ByPart<unknown>;
  /** The givens and the parts' true values, asked for only when an answer is not right. */
  readonly scope: () => Scope;
}
