import { expect } from "vitest";
import { drawVariant, type Exercise } from "@/lib/exercise";
import { Predictions } from "@/lib/exercise/diagnosis/predictions";
import { kinds } from "@/lib/exercise/kinds";
import { grade } from "./a-lesson";

/** Holds an exercise to what it says it isolates: it has one part, and who makes that mistake, and no other, is wrong in
 *  it and is told so, whatever the numbers. */
export function expectIsolated(exercise: Exercise, seeds: readonly string[]): void {
  const [part] = exercise.parts;
  expect(exercise.parts.length).toBe(1);
  for (const name of exercise.isolates) {
    for (const seed of seeds) {
      const variant = drawVariant(exercise, { seed, number: exercise.fixed.length + 1 });
      const { singles } = new Predictions(exercise, variant.scope).on(part!, {
        settled: new Map(),
      });
      // Made wherever it can be, a mistake is likelier than made in one place.
      const found = singles.find(({ candidate }) => candidate.rules[0]?.name === name);
      if (!found) throw new Error(`${exercise.id} hides ${name} with ${seed}`);
      const typed = kinds[part!.kind].keyAsResponse(found.key, variant.parts[part!.name]?.view);
      const { verdict, diagnosis } = grade(exercise, variant, part!.name, typed);
      // Rounding lands on the right figures now and then, and then it is no mistake.
      if (verdict === "right" && name === "rounded-early") continue;
      expect(verdict, `${exercise.id}, ${name}, ${seed}: ${typed}`).not.toBe("right");
      expect(diagnosis?.flat(), `${exercise.id}, ${name}, ${seed}: ${typed}`).toContain(name);
    }
  }
}
