import { type Given, generatorFor, type Value } from "@/lib/exercise";
import { newMeter, type Scope } from "@/lib/exercise/language";

/** The values of a lesson's own givens, drawn from this seed: the same for everyone who reads it. Throws
 *  LanguageError. */
export function scopeOf(givens: readonly Given[], seed: string): Scope {
  const scope = new Map<string, Value>();
  const context = { scope, generator: generatorFor(seed), meter: newMeter() };
  for (const { name, expr } of givens) scope.set(name, expr.run(context));
  return scope;
}
