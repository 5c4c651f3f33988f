/** Where a figure may lie, as far as these students tell: from `low` to `high`. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The normal distribution's 97.5th percentile: a range of that many standard errors on both sides holds 95 %. */
export const z95 = 1.959963984540054;
