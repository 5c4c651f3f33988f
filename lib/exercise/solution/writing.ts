import type * as estree from "estree";
import type { Value } from "@/lib/exercise/value";

/** How an expression is written: what stands for its places, and where a value stands for a whole part of it. */
export interface Writing {
  /** What stands for a place. */
  readonly place: (place: string) => string;
  /** The value of any part of the expression. */
  readonly value: (node: estree.Expression) => Value;
  /** What one number of a place that names its numbers is called, counted from 1. */
  readonly entry: (place: string, i: number) => string | undefined;
  /** A value as TeX. */
  readonly shown: (value: Value) => string;
  /** True where numbers stand for places, and so for what has no form of its own. */
  readonly numbers: boolean;
  /** Is told of each value that stands where there are no letters for it. */
  readonly onValue?: () => void;
}
