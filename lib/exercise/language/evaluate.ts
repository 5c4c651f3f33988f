import type { Value } from "@/lib/exercise/value";
import { newMeter } from "./budget";
import type { Expr, Generator, Scope } from "./expr";

/** The value of an expression among these names; throws LanguageError when it has none. Each call has a budget of
 *  its own; without a generator, functions that draw are refused. */
export function evaluate(expr: Expr, scope: Scope, generator?: Generator): Value {
  return expr.run({ scope, generator, meter: newMeter() });
}
