import { type ChangedRule, changedRules } from "@/lib/engine";
import { type Draw, draw } from "@/lib/exercise/draw";
import type { Exercise } from "@/lib/exercise/exercise";
import { kinds } from "@/lib/exercise/kinds";
import { LanguageError } from "@/lib/exercise/language/expr";
import { replay } from "./replay";
import { sameNumbers } from "./same-numbers";

/** As many variants as it takes to see what a rule does, whatever the label or the sign. */
const tried = 12;

const known = new WeakMap<Exercise, readonly ChangedRule[]>();

/** The changed rules that make a difference to some key of this exercise, the likelier first. The others are never
 *  offered, and never replayed. */
export function relevantRules(exercise: Exercise): readonly ChangedRule[] {
  const before = known.get(exercise);
  if (before) return before;
  const draws = Array.from({ length: tried }, (_, i) => tryDraw(exercise, i + 1));
  const drawn = draws.filter((one) => one !== undefined);
  const alpha = Number(drawn[0]?.scope.get("alpha") ?? 0) || 0;
  const rules = changedRules(alpha).filter((rule) =>
    drawn.some((one) => makesADifference(exercise, one, rule)),
  );
  known.set(exercise, rules);
  return rules;
}

function tryDraw(exercise: Exercise, i: number): Draw | undefined {
  try {
    return draw(exercise, { seed: `which rules matter: ${i}`, number: i });
  } catch (error) {
    if (error instanceof LanguageError) return undefined;
    throw error;
  }
}

function makesADifference(exercise: Exercise, { scope, parts }: Draw, rule: ChangedRule): boolean {
  const keys = replay(exercise, { scope, settled: new Set() }, { rules: rule.rules });
  return exercise.parts.some((part) => {
    const { numbers } = kinds[part.kind];
    const key = keys.get(part.name);
    if (key === undefined || !numbers) return false;
    return !sameNumbers(numbers(parts[part.name]?.key), numbers(key));
  });
}
