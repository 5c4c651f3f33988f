import { drawVariant } from "@/lib/exercise";
import { kinds } from "@/lib/exercise/kinds";
import { isRight } from "@/lib/exercise/kinds/ordering/order";
import type { OrderingSettings } from "@/lib/exercise/kinds/ordering/schema";
import { course, exercisesOf } from "./exercise";
import type { BenchRow } from "./row";
import { Share } from "./share";
import { causesOf } from "./told";

/** How many orders with two neighbours exchanged are given a cause, in percent, of all orderings of the course. */
export function recognisedOrders(): BenchRow {
  const told = new Share();
  for (const exercise of exercisesOf(course)) {
    const number = exercise.fixed.length + 1;
    const asked = exercise.parts.filter(({ kind }) => kind === "ordering");
    const variant = asked.length > 0 && drawVariant(exercise, { seed: "told", number });
    if (!variant) continue;
    for (const part of asked) {
      const { steps, before } = part.settings as OrderingSettings;
      for (const places of neighboursExchanged(steps.length)) {
        if (isRight(places, before)) continue;
        const names = places.map((place) => steps[place]!.name);
        const raw = kinds.ordering.asResponse?.(names, {
          ...variant.parts[part.name]!,
          settings: part.settings,
        } as never);
        const causes = raw === undefined ? undefined : causesOf(exercise, variant, part, raw);
        if (causes) told.count(causes.length > 0);
      }
    }
  }
  return told.atLeast(90, "orders with two neighbours exchanged told a cause");
}

/** The places 0 to n − 1 in order, but for two neighbours. */
const neighboursExchanged = (n: number): number[][] =>
  Array.from({ length: n - 1 }, (_, i) => {
    const places = Array.from({ length: n }, (_, place) => place);
    return [...places.slice(0, i), i + 1, i, ...places.slice(i + 2)];
  });
