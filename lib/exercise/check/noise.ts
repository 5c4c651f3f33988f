import type { Exercise } from "@/lib/exercise/exercise";
import { kinds } from "@/lib/exercise/kinds";
import { entriesOf, valueAt } from "@/lib/exercise/rounding/entries";
import { shownPlaces } from "@/lib/exercise/rounding/shown-places";
import type { Variant } from "@/lib/exercise/variant";
import { type Finding, note } from "./finding";
import type { Sample } from "./sample";

/** So much smaller than the numbers beside it is what float64 leaves of a 0. */
const noise = 1e-12;

/** No number that is keyed or shown is 0 but for float64: it would be asked for, or printed, figure by figure. */
export function nothingIsNoise({ exercise, fixed, drawn }: Sample): Finding[] {
  for (const variant of [...fixed, ...drawn]) {
    const all = numbersOf(exercise, variant);
    const largest = Math.max(0, ...all.flatMap(({ numbers }) => numbers.map(Math.abs)));
    for (const { name, at, numbers } of all) {
      const size = numbers.length > 1 ? Math.max(...numbers.map(Math.abs)) : largest;
      const odd = numbers.find((v) => v !== 0 && Math.abs(v) < noise * size);
      if (odd === undefined) continue;
      const which = `${odd.toPrecision(3)} (seed ${variant.seed}, number ${variant.number})`;
      const message = `${name} has a number that looks like what float64 leaves of 0: ${which}`;
      return [note(at, message, "Write its expression so that what is equal cancels exactly.")];
    }
  }
  return [];
}

/** The numbers of every key, and of every value that the text shows. */
function numbersOf(exercise: Exercise, { parts, scope }: Variant) {
  const keyed = exercise.parts.map(({ name, kind, at }) => {
    const key = parts[name]?.key;
    return { name, at, numbers: kinds[kind].numbers?.(key) ?? [] };
  });
  const shown = shownPlaces(exercise).map(({ given: { name, at }, path }) => ({
    name,
    at,
    numbers: entriesOf(valueAt(scope.get(name), path)),
  }));
  return [...keyed, ...shown];
}
