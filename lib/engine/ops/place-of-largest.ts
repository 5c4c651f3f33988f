/** Which of several entries alike is taken. */
export interface Taking {
  readonly takes?: "last";
}

/** Entries this near to one another, beside their size, are alike but for what float64 makes of them. */
const alike = 1e-12;

/** Of these places in a tensor's data, the one with the largest entry; of several alike the first, or the last. */
export function placeOfLargest(
  data: Float64Array,
  places: readonly number[],
  { takes }: Taking = {},
): number {
  const first = places.reduce((best, at) => (data[at]! > data[best]! ? at : best));
  if (takes !== "last") return first;
  const least = data[first]! - alike * Math.abs(data[first]!);
  return places.findLast((at) => data[at]! >= least) ?? first;
}
