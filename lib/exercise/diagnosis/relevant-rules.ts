import { type ChangedRule, type ChangedRuleName, changedRules } from "@/lib/engine";
import { toNumber } from "@/lib/exercise/coerce";
import { type Draw, draw } from "@/lib/exercise/draw";
import type { Exercise } from "@/lib/exercise/exercise";
import { LanguageError, type Scope } from "@/lib/exercise/language/expr";
import { replay } from "./replay";
import { sameKey } from "./same-numbers";

/** As many variants as it takes to see what a rule does, whatever the label or the sign. */
const tried = 12;

const known = new WeakMap<Exercise, ReadonlySet<ChangedRuleName>>();

/** The changed rules that make a difference to some key of this exercise, the likelier first, with the learning rate of
 *  these numbers. The others are never offered, and never replayed. */
export function relevantRules(exercise: Exercise, scope: Scope): readonly ChangedRule[] {
  const names = known.get(exercise) ?? namesOf(exercise);
  known.set(exercise, names);
  return rulesIn(scope).filter(({ name }) => names.has(name));
}

function namesOf(exercise: Exercise): Set<ChangedRuleName> {
  const names = new Set<ChangedRuleName>();
  for (let i = 1; i <= tried; i++) {
    const drawn = tryDraw(exercise, i);
    if (!drawn) continue;
    for (const rule of rulesIn(drawn.scope)) {
      if (!names.has(rule.name) && makesADifference(exercise, drawn, rule)) names.add(rule.name);
    }
  }
  return names;
}

function rulesIn(scope: Scope): readonly ChangedRule[] {
  const alpha = scope.get("alpha");
  return changedRules(alpha === undefined ? 0 : toNumber(alpha));
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
    const key = keys.get(part.name);
    return key !== undefined && !sameKey(part, parts[part.name]?.key, key);
  });
}
