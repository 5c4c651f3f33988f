import { expect } from "vitest";
import { changedRules } from "@/lib/engine";
import { drawVariant, type Exercise } from "@/lib/exercise";
import { explanations } from "@/lib/exercise/diagnosis/explanations";
import { replay } from "@/lib/exercise/diagnosis/replay";
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
      // One rule goes by the learning rate, which is drawn.
      const { alpha } = variant.givens;
      const rule = changedRules(typeof alpha === "number" ? alpha : 0).find(
        (one) => one.name === name,
      );
      if (!rule || !part) throw new Error(`${exercise.id} isolates nothing`);
      const key = replay(exercise, { scope: variant.scope, settled: new Set() }, rule).get(
        part.name,
      );
      const typed = kinds[part.kind].keyAsResponse(key, variant.parts[part.name]?.view);
      const { instead } = explanations[rule.name];
      const { verdict, feedback } = grade(exercise, variant, part.name, typed);
      // Rounding lands on the right figures now and then, and then it is no mistake.
      if (verdict === "right" && rule.change.decimals !== undefined) continue;
      expect(verdict, `${exercise.id}, ${name}, ${seed}: ${typed}`).not.toBe("right");
      expect(feedback, `${exercise.id}, ${name}, ${seed}: ${typed}`).toContain(instead);
    }
  }
}
