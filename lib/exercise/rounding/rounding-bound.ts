import { namesIn } from "@/lib/exercise/diagnosis/leading-to";
import { rekeyed } from "@/lib/exercise/diagnosis/rekeyed";
import type { Exercise, Part } from "@/lib/exercise/exercise";
import { kinds } from "@/lib/exercise/kinds";
import { newMeter } from "@/lib/exercise/language/budget";
import type { Scope } from "@/lib/exercise/language/expr";
import { added, effectOf } from "./effect";
import { entriesOf, withEntry } from "./entries";
import { shownBounds } from "./shown-bounds";

/** How far each number of a part may be from the one that is gone on with, by part. */
export type Rounding = ReadonlyMap<string, readonly number[]>;

/** How far the numbers of a part's key may move when whoever works it out goes on, entry by entry, from what stands in
 *  `scope` or from what that was rounded from: what `rounding` says of the earlier parts, and the page's figures. The
 *  effects of all entries are added without their signs, to first order, on this side of every kink. `base` is the
 *  key in this scope. */
export function roundingBound(
  exercise: Exercise,
  part: Part,
  { scope, rounding, base }: { scope: Scope; rounding: Rounding; base: unknown },
): readonly number[] {
  const { numbers } = kinds[part.kind];
  if (!numbers) return [];
  const own = numbers(base);
  let bound: readonly number[] =
    shownBounds(exercise, scope, { wanted: part, figures: "as shown" }).get(part.name) ??
    own.map(() => 0);
  const values = new Map(scope);
  for (const name of new Set(namesIn(part))) {
    const [value, halves] = [scope.get(name), rounding.get(name)];
    if (value === undefined || !halves) continue;
    for (const [i, at] of entriesOf(value).entries()) {
      const half = halves[i] ?? 0;
      if (half === 0) continue;
      const numbersOf = (v: number) => {
        values.set(name, withEntry(value, i, v));
        const key = rekeyed(part, (expr) => expr.run({ scope: values, meter: newMeter() }));
        return key === undefined ? undefined : numbers(key);
      };
      bound = added(bound, effectOf(own, { at, half, numbersOf }));
    }
    values.set(name, value);
  }
  return bound;
}
