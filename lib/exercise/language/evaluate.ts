import type { Value } from "@/lib/exercise/value";
import { type Meter, newMeter } from "./budget";
import type { Expr, Generator, Scope } from "./expr";

/** What the expressions evaluated among these names have taken together, where that is counted. */
const totals = new WeakMap<Scope, Meter>();

/** The value of an expression among these names; throws LanguageError when it has none. Each call has a budget of
 *  its own; without a generator, functions that draw are refused. */
export function evaluate(expr: Expr, scope: Scope, generator?: Generator): Value {
  const meter = newMeter();
  const total = totals.get(scope);
  try {
    return expr.run({ scope, generator, meter });
  } finally {
    if (total) total.steps += meter.steps;
  }
}

/** From here on, counts on `total` too what evaluating among these names takes. */
export const countWork = (scope: Scope, total: Meter): void => {
  totals.set(scope, total);
};
