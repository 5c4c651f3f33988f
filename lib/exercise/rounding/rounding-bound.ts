import { namesIn } from "@/lib/exercise/diagnosis/leading-to";
import { keyIn } from "@/lib/exercise/diagnosis/rekeyed";
import type { Exercise, Part } from "@/lib/exercise/exercise";
import { kinds } from "@/lib/exercise/kinds";
import { limits, type Meter, spend } from "@/lib/exercise/language/budget";
import type { Scope } from "@/lib/exercise/language/expr";
import { added, effectOf } from "./effect";
import { entriesOf, withEntry } from "./entries";
import { shownBounds } from "./shown-bounds";

/** How far each number of a part may be from the one that is gone on with, by part. */
export type Rounding = ReadonlyMap<string, readonly number[]>;

/** What stands in `scope`, how far it may be from what is gone on with, and the key there. */
interface Rounded {
  readonly scope: Scope;
  readonly rounding: Rounding;
  readonly base: unknown;
  readonly meter: Meter;
}

/** How far the numbers of a part's key may move when whoever works it out goes on, entry by entry, from what stands in
 *  `scope` or from what that was rounded from: what `rounding` says of the earlier parts, and the page's figures. The
 *  effects of all entries are added without their signs, to first order, on this side of every kink. `base` is the
 *  key in this scope. Throws Refusal when the meter's budget is used up before. */
export function roundingBound(
  exercise: Exercise,
  part: Part,
  { scope, rounding, base, meter }: Rounded,
): readonly number[] {
  const { numbers } = kinds[part.kind];
  if (!numbers) return [];
  const own = numbers(base);
  let bound: readonly number[] =
    shownBounds(exercise, scope, { wanted: part, figures: "as shown", meter }).get(part.name) ??
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
        spend(meter, limits.held * own.length);
        const key = keyIn(part, values, meter);
        return key === undefined ? undefined : numbers(key);
      };
      bound = added(bound, effectOf(own, { at, half, numbersOf }));
    }
    values.set(name, value);
  }
  return bound;
}
