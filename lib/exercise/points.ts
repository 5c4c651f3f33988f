/** Points to nine decimals: 0.6, and not the 0.6000000000000001 that float64 makes of three fifths. */
export const toPoints = (points: number): number => Math.round(points * 1e9) / 1e9;

/** The sum of points, so that 0.1 + 0.2 + 0.3 is 0.6 in whatever order it is added up. */
export const sumOf = (points: readonly number[]): number =>
  toPoints(points.reduce((sum, more) => sum + more, 0));
