import { map, rightRules } from "@/lib/engine";
import { type Replaying, replay } from "@/lib/exercise/diagnosis/replay";
import type { Draw } from "@/lib/exercise/draw";
import type { Display, Exercise, Given } from "@/lib/exercise/exercise";
import { kinds } from "@/lib/exercise/kinds";
import type { Scope } from "@/lib/exercise/language/expr";
import { placeOf } from "@/lib/exercise/language/nodes/places";
import { isTensor, type Value } from "@/lib/exercise/value";

/** How far the numbers of each part's key move when a student works with what the page shows instead of what it stands
 *  for: to first order, the sum over all that is shown of what its rounding does; and twice that, since of one array
 *  some figures may be taken as shown and others not. The figures of a network's pass are rounded layer by layer. A
 *  part that nothing shown leads to is missing. */
export function roundingErrors(
  exercise: Exercise,
  { scope, parts }: Draw,
): ReadonlyMap<string, readonly number[]> {
  const errors = new Map<string, number[]>();
  const settled = new Set(exercise.parts.map(({ name }) => name));
  for (const [name, display] of finestOf(exercise)) {
    const rounded = roundedAsShown(name, display, scope);
    if (!rounded) continue;
    const keys = replay(exercise, { scope, settled }, rounded);
    for (const part of exercise.parts) {
      const { numbers } = kinds[part.kind];
      const key = keys.get(part.name);
      if (key === undefined || !numbers) continue;
      const true_ = numbers(parts[part.name]?.key);
      const before = errors.get(part.name);
      const moved = numbers(key).map((v, i) => 2 * Math.abs(v - (true_[i] ?? v)));
      errors.set(
        part.name,
        moved.map((error, i) => error + (before?.[i] ?? 0)),
      );
    }
  }
  return errors;
}

type Shown = Pick<Display, "rule" | "amount">;

const known = new WeakMap<Exercise, ReadonlyMap<string, Shown>>();

/** The givens that are shown, each to the most figures that it is anywhere. */
function finestOf(exercise: Exercise): ReadonlyMap<string, Shown> {
  const before = known.get(exercise);
  if (before) return before;
  const finest = new Map<string, Shown>();
  for (const { place, rule, amount } of exercise.displays) {
    const name = ownerOf(place, exercise.givens);
    const other = finest.get(name);
    if (!other || amount > other.amount) finest.set(name, { rule, amount });
  }
  known.set(exercise, finest);
  return finest;
}

/** The given that a place belongs to: "pass" for "pass.h[2]", and for "h2" where h2 is pass.h[2]. */
function ownerOf(place: string, givens: readonly Given[]): string {
  const name = /^\w+/.exec(place)?.[0] ?? place;
  const alias = givens.find((given) => given.name === name);
  const of = alias && placeOf(alias.expr.node);
  return of === undefined ? name : ownerOf(of, givens);
}

/** The replay in which a given has no more figures than are shown of it; undefined where all are shown. */
function roundedAsShown(
  name: string,
  { rule, amount }: Shown,
  scope: Scope,
): Replaying | undefined {
  const value = scope.get(name);
  const rounded = (v: number) =>
    Number(rule === "decimals" ? v.toFixed(amount) : v.toPrecision(amount));
  const put = (other: Value): Replaying => ({
    rules: rightRules,
    instead: new Map([[name, other]]),
  });
  if (typeof value === "number") return rounded(value) === value ? undefined : put(rounded(value));
  if (value !== undefined && isTensor(value)) {
    return value.data.every((v) => rounded(v) === v) ? undefined : put(map(value, rounded));
  }
  return { rules: { ...rightRules, decimals: amount } };
}
