import { drawVariant, type Exercise } from "@/lib/exercise";
import { toldWrong } from "./always-right";
import { toldRight } from "./never-right";

/** As many seeds as `npm test` judges each exercise by. */
export const seedsInTests = 20;

/** As many as the bench does. */
export const seedsInBench = 200;

/** Every answer that an exercise misjudges over so many seeds: wrong ones told right, and right ones told wrong. Each names
 *  the exercise, the seed and the part. */
export function misjudged(exercise: Exercise, seeds: number): string[] {
  const number = exercise.fixed.length + 1;
  return Array.from({ length: seeds }, (_, i) => {
    const variant = drawVariant(exercise, { seed: `judged-${i}`, number });
    const found = [...toldRight(exercise, variant), ...toldWrong(exercise, variant, i)];
    return found.map((what) => `${exercise.id}, seed judged-${i}, ${what}`);
  }).flat();
}
