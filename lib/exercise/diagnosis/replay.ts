import { type Rules, rightRules } from "@/lib/engine";
import type { Exercise, Part } from "@/lib/exercise/exercise";
import { kinds } from "@/lib/exercise/kinds";
import { limits, type Meter, newMeter, spend } from "@/lib/exercise/language/budget";
import type { Expr, Scope } from "@/lib/exercise/language/expr";
import type { Value } from "@/lib/exercise/value";
import { leadingTo } from "./leading-to";
import { attempt, rekeyed } from "./rekeyed";

/** What is gone on from: the givens, and a value for every part. */
export interface Ground {
  readonly scope: Scope;
  /** Parts whose value in `scope` stays; every other part hands on what the rules make of it. */
  readonly settled: ReadonlySet<string>;
}

export interface Replaying {
  readonly rules: Rules;
  /** Values to take for these givens. */
  readonly instead?: ReadonlyMap<string, Value>;
  /** The only part whose key is asked for. */
  readonly wanted?: Part;
  /** What the work is counted on, where it is part of more. */
  readonly meter?: Meter;
}

/** What keys come to under other rules or givens, by part: the exercise's own expressions worked out again. Drawn numbers
 *  stay, what is computed from them is computed anew. A part that has no key there (a shape that does not fit, a number
 *  that is not finite, a kind that hangs on no numbers) is missing. Throws Refusal when the meter's budget is used up
 *  before it begins. */
export function replay(
  exercise: Exercise,
  { scope, settled }: Ground,
  { rules, instead, wanted, meter = newMeter() }: Replaying,
): ReadonlyMap<string, unknown> {
  spend(meter, limits.again * (exercise.givens.length + exercise.parts.length));
  const needed = wanted && leadingTo(exercise, wanted);
  const values = givensUnder(exercise, scope, { rules, instead, needed, meter });
  return keysFrom(exercise, values, { rules, settled, wanted, needed, meter });
}

interface UnderRules {
  readonly rules: Rules;
  readonly instead?: ReadonlyMap<string, Value>;
  /** The names of what is worked out; without them all is. */
  readonly needed?: ReadonlySet<string>;
  readonly meter: Meter;
}

/** What stands in a scope, with the givens as they are under other rules. */
export function givensUnder(
  exercise: Exercise,
  scope: Scope,
  { rules, instead, needed, meter }: UnderRules,
): Map<string, Value> {
  const values = new Map(scope);
  const context = { scope: values, rules, meter };
  const changed = new Set<string>();
  const changedRules = rules !== rightRules;
  const touched = ({ draws, ruled, names }: Expr) =>
    !draws && ((changedRules && ruled) || names.some((read) => changed.has(read)));
  for (const { name, expr } of exercise.givens) {
    if (needed && !needed.has(name)) continue;
    const other = instead?.get(name);
    if (other === undefined && !touched(expr)) continue;
    const value = other ?? attempt(() => expr.run(context));
    // What has no value there leaves none to whatever reads it.
    if (value === undefined) values.delete(name);
    else values.set(name, value);
    changed.add(name);
  }
  return values;
}

/** The keys of parts from these values, which what is worked out on the way goes into. */
export function keysFrom(
  exercise: Exercise,
  values: Map<string, Value>,
  {
    rules,
    settled,
    wanted,
    needed,
    meter,
  }: Omit<UnderRules, "instead"> & Pick<Ground, "settled"> & Pick<Replaying, "wanted">,
): ReadonlyMap<string, unknown> {
  const keys = new Map<string, unknown>();
  const context = { scope: values, rules, meter };
  for (const part of exercise.parts) {
    const { name } = part;
    if (needed && part !== wanted && (settled.has(name) || !needed.has(name))) continue;
    const key = rekeyed(part, (expr) => expr.run(context));
    if (key !== undefined) keys.set(name, key);
    if (part === wanted) break;
    if (key !== undefined && !settled.has(name)) {
      values.set(name, kinds[part.kind].value(key));
    }
  }
  return keys;
}
