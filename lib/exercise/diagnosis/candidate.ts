import type { Change, Node } from "@/lib/engine";
import type { Rule } from "@/lib/engine/told/rules";
import type { Made } from "@/lib/engine/told/told";

/** A mistake that a wrong answer may come from: one slip at one node, the same slip wherever it can be made, or two slips. */
export interface Candidate {
  readonly rules: readonly Rule[];
  readonly changes: readonly Change[];
  /** How likely it is beside the others, before the answer is looked at. */
  readonly prior: number;
  /** Whether the exercise is about it, so that even few figures tell it. */
  readonly isExpected?: boolean;
  /** Its own words, where it was made at one node alone. */
  readonly made?: Made;
}

/** A slip that can be made at a node. */
export interface Site {
  readonly rule: Rule;
  readonly node: Node;
  readonly made: Made;
  /** The change that it is: the same for all parts that it is tried for, so that it is worked out once for them. */
  readonly changes: readonly [Change];
}

export const siteOf = (rule: Rule, node: Node, made: Made): Site => ({
  rule,
  node,
  made,
  changes: [{ at: node, by: made.by }],
});
