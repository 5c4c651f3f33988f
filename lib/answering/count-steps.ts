import "server-only";
import { LRUCache } from "lru-cache";
import type { Exercise } from "@/lib/exercise";
import { solutionOf } from "./frozen-variant";
import { stepHintsOf } from "./hints";
import type { Work } from "./work";

const counted = new WeakMap<Exercise, LRUCache<string, number>>();

/** How many steps of a variant's solution can be taken as hints. They depend on its numbers, which its mark names, and
 *  on what it is judged by; counted once, since counting works the whole exercise out. */
export function countSteps({ exercise, numbers }: Work["judgedBy"], mark: string): number {
  const counts = counted.get(exercise) ?? new LRUCache<string, number>({ max: 2_000 });
  counted.set(exercise, counts);
  const known = counts.get(mark);
  if (known !== undefined) return known;
  const count = stepHintsOf(solutionOf(exercise, numbers)).length;
  counts.set(mark, count);
  return count;
}
