/** One line of `npm run bench`. */
export interface BenchRow {
  name: string;
  value: number;
  unit: string;
  /** What the value is measured against, in the same run and unit: a hand-written loop, an empty page. */
  floor?: { name: string; value: number };
  /** The most the value may be; where there is a floor, the most value / floor may be. */
  aim?: number;
  /** The least value / floor may be, where more is better. */
  least?: number;
  met?: boolean;
}
