import { underChange } from "@/lib/engine";
import { numbersFrom, standingOn } from "@/lib/exercise/diagnosis/key-under";
import { namesIn } from "@/lib/exercise/diagnosis/leading-to";
import type { Exercise, Part } from "@/lib/exercise/exercise";
import { kinds } from "@/lib/exercise/kinds";
import type { LaidExercise } from "@/lib/exercise/laid-exercise";
import { limits, type Meter, spend } from "@/lib/exercise/language/budget";
import type { Value } from "@/lib/exercise/value";
import { added, effectOf } from "./effect";
import { shownBounds } from "./shown-bounds";
import { withNumber } from "./with-number";

/** How far each number of a part may be from the one that is gone on with, by part. */
export type Rounding = ReadonlyMap<string, readonly number[]>;

/** What stands at the parts before, how far it may be from what is gone on with, and the key there. */
interface Rounded {
  readonly settled: ReadonlyMap<string, Value>;
  readonly rounding: Rounding;
  readonly base: unknown;
  readonly meter: Meter;
}

/** How far the numbers of a part's key may move when whoever works it out goes on, entry by entry, from what is settled or
 *  from what that was rounded from: what `rounding` says of the earlier parts, and the page's figures. The effects of all
 *  entries are added without their signs, to first order, on this side of every kink. `base` is the key there. Throws
 *  Refusal when the meter's budget is used up before. */
export function roundingBound(
  exercise: Exercise,
  laid: LaidExercise,
  part: Part,
  { settled, rounding, base, meter }: Rounded,
): readonly number[] {
  const { numbers } = kinds[part.kind];
  if (!numbers) return [];
  const own = numbers(base);
  const how = { wanted: part, figures: "as shown", meter } as const;
  let bound: readonly number[] =
    shownBounds(exercise, laid, settled, how).get(part.name) ?? own.map(() => 0);
  const standing = standingOn(laid, { settled });
  const needed = laid.leadingTo([part]);
  for (const name of new Set(namesIn(part))) {
    const [node] = laid.nodesOfName(name);
    const halves = rounding.get(name);
    if (!node || !halves) continue;
    const { data } = standing.values[node.id] ?? node;
    for (const [i, at] of data.entries()) {
      const half = halves[i] ?? 0;
      if (half === 0) continue;
      const numbersOf = (v: number) => {
        spend(meter, limits.held * own.length);
        const moved = [withNumber(node, data, i, v)];
        return numbersFrom(laid, part, underChange(laid.graph, moved, { from: standing, needed }))
          ?.data;
      };
      bound = added(bound, effectOf(own, { at, half, numbersOf }));
    }
  }
  return bound;
}
