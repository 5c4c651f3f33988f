import { entriesOf } from "./balls";
import { pointsIn } from "./points";
import type { Variable } from "./variables";

/** The entries of every name at one point of the domain, row by row. */
export type Drawn = ReadonlyMap<string, Float64Array>;

/** The first points that formulas over these names are compared at. */
export function drawnPoints(variables: readonly Variable[], count: number): readonly Drawn[] {
  const points = pointsIn(variables, count, 1);
  return Array.from({ length: count }, (_, point) => {
    const at = variables.map(({ name, shape }) => {
      const { re } = points.get(name)!;
      const entry = (_: unknown, i: number) => re[i * count + point]!;
      return [name, Float64Array.from({ length: entriesOf(shape) }, entry)] as const;
    });
    return new Map(at);
  });
}
