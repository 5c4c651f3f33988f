import type { Grade } from "@/lib/exercise/kinds/kind";
import { longestRight } from "./order";
import type { OrderingSettings } from "./schema";

/** The steps' ids in a right order, and their names in the same; every other id is a distractor's. */
export interface OrderingKey {
  readonly steps: readonly string[];
  readonly names: readonly string[];
  /** The ids of the distractors in the author's order, where values stand in their texts: the texts tell them then no more. */
  readonly distractors?: readonly string[];
}

export interface OrderingReading {
  readonly ids: readonly string[];
}

/** Credit max(0, (n − d) / n), d the insertions and deletions to the nearest right order of the n steps: two for each step
 *  that does not stand in it, be it out of place or left out, so that one count is always worth the same; one for each
 *  distractor used. After arXiv 2204.04196, which takes one off for a step left out. */
export function gradeOrdering(
  { steps }: OrderingKey,
  { ids }: OrderingReading,
  { before }: OrderingSettings,
): Grade {
  const sequence = ids.map((id) => steps.indexOf(id));
  const kept = longestRight(sequence, before);
  const count = kept.filter((right) => right).length;
  const distractors = sequence.filter((step) => step < 0).length;
  const distance = 2 * (steps.length - count) + distractors;
  return {
    earned: Math.max(0, (steps.length - distance) / steps.length),
    feedback: distance === 0 ? [] : [inWords(count, steps.length)],
    marks: kept.map((right) => (right ? "right" : "wrong")),
  };
}

/** What is wrong with the others is the diagnosis's to say. */
const inWords = (count: number, n: number) =>
  `${count} of ${n} steps ${count === 1 ? "is" : "are"} in order.`;
