import type { Grade } from "@/lib/exercise/kinds/kind";
import { longestRight } from "./order";
import type { OrderingSettings } from "./schema";

/** The steps' ids in a right order, and their names in the same; every other id is a distractor's. */
export interface OrderingKey {
  readonly steps: readonly string[];
  readonly names: readonly string[];
}

export interface OrderingReading {
  readonly ids: readonly string[];
  /** The items' names in the author's text, in the order given. */
  readonly names: readonly string[];
}

/** Credit max(0, (n − d) / n): d the insertions and deletions to the nearest right order of the n steps, a
 *  distractor used being a deletion. Source: arXiv 2204.04196. */
export function gradeOrdering(
  { steps }: OrderingKey,
  { ids }: OrderingReading,
  { before }: OrderingSettings,
): Grade {
  const sequence = ids.map((id) => steps.indexOf(id));
  const kept = longestRight(sequence, before);
  const count = kept.filter((right) => right).length;
  const distance = ids.length + steps.length - 2 * count;
  return {
    earned: Math.max(0, (steps.length - distance) / steps.length),
    feedback: distance === 0 ? [] : inWords(sequence, count, steps.length),
    marks: kept.map((right) => (right ? "right" : "wrong")),
  };
}

function inWords(sequence: readonly number[], count: number, n: number): string[] {
  const used = sequence.filter((step) => step >= 0).length;
  const said = [`${count} of ${n} steps are in a right order.`];
  if (used < n) said.push("Something that is needed is not used yet.");
  if (used < sequence.length) said.push("Something here is not needed.");
  return said;
}
