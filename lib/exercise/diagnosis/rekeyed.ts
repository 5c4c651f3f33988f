import type { Part } from "@/lib/exercise/exercise";
import { kinds } from "@/lib/exercise/kinds";
import { limits, type Meter, spend } from "@/lib/exercise/language/budget";
import { type Expr, LanguageError, type Scope } from "@/lib/exercise/language/expr";
import type { Value } from "@/lib/exercise/value";

/** A part's key from these values; undefined where it has none. */
export function rekeyed(part: Part, evaluate: (expr: Expr) => Value): unknown {
  const { rekey } = kinds[part.kind];
  return rekey && attempt(() => rekey(part.settings, evaluate));
}

/** The same from what stands in a scope, counted on a meter. Throws Refusal when its budget is used up before. */
export function keyIn(part: Part, scope: Scope, meter: Meter): unknown {
  spend(meter, limits.again);
  return rekeyed(part, (expr) => expr.run({ scope, meter }));
}

/** What comes of a calculation; undefined where the language refuses it. */
export function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof LanguageError) return undefined;
    throw error;
  }
}
