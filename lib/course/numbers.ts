import "server-only";
import type { Learner } from "@/lib/auth/guest";
import { keyedHash } from "@/lib/auth/secret";

/** The seed of a learner's n-th variant of an exercise. Nobody can guess it, and nothing is stored until the
 *  learner answers. */
export function seedFor(
  learner: Pick<Learner, "seedKey">,
  exerciseId: string,
  number: number,
): string {
  return keyedHash("seed", learner.seedKey, exerciseId, number);
}

/** What a form carries so that an answer is graded against the numbers it was given to, and no others. It tells
 *  nothing of the seed. */
export function numbersMark(versionId: string, seed: string): string {
  return keyedHash("numbers", versionId, seed).slice(0, 16);
}
