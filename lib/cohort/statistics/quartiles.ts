/** A quarter of the values lies below `lower`, half below `median`, three quarters below `upper`. */
export interface Quartiles {
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

/** The quartiles of some values, on a straight line between neighbours where one falls between two; undefined for none.
 *
 *  Source: definition 7 of Hyndman and Fan 1996, doi 10.2307/2684934, which R's quantile and NumPy take by default. */
export function quartiles(values: readonly number[]): Quartiles | undefined {
  if (values.length === 0) return undefined;
  const sorted = values.toSorted((a, b) => a - b);
  return { lower: at(sorted, 0.25), median: at(sorted, 0.5), upper: at(sorted, 0.75) };
}

function at(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)]!;
  const above = sorted[Math.ceil(place)]!;
  return below + (place % 1) * (above - below);
}
