import { allTrue } from "@/lib/exercise/diagnosis/key-under";
import { Predictions } from "@/lib/exercise/diagnosis/predictions";
import type { Exercise, Part } from "@/lib/exercise/exercise";
import { withinBudget } from "@/lib/exercise/language/budget";
import { nearTo, wouldPass } from "./for-right";
import { triedDraws } from "./tried-draws";

/** Mistakes that are made less often than this may come near a key now and then. */
export const rarest = 0.015;

const known = new WeakMap<Exercise, ReadonlySet<string>>();

/** Whether a slip comes to the right answer with most numbers: a term that is too small to be seen is left out, say. It is
 *  no reason to refuse those numbers. */
export function isHarmless(exercise: Exercise, part: Part, rule: string): boolean {
  const before = known.get(exercise) ?? harmlessIn(exercise);
  known.set(exercise, before);
  return before.has(`${part.name} ${rule}`);
}

function harmlessIn(exercise: Exercise): ReadonlySet<string> {
  const draws = triedDraws(exercise);
  const counts = new Map<string, number>();
  withinBudget((meter) => {
    for (const draw of draws) {
      const predictions = new Predictions(exercise, draw.scope, meter);
      const grounds = [{ settled: new Map() }, allTrue(exercise, draw.scope)];
      const passing = exercise.parts.flatMap((part) => {
        const { key, view } = draw.parts[part.name] ?? {};
        const isNear = nearTo(part, view, { key });
        return grounds
          .flatMap((ground) => predictions.on(part, ground).likelierThan(rarest))
          .filter(({ made }) => isNear(made.data))
          .filter((slip) => wouldPass(part, view, { key }, slip.key))
          .map(({ candidate }) => `${part.name} ${candidate.rules[0]?.name}`);
      });
      for (const one of new Set(passing)) counts.set(one, (counts.get(one) ?? 0) + 1);
    }
  });
  return new Set([...counts].flatMap(([one, count]) => (2 * count > draws.length ? [one] : [])));
}
