import type { Exercise } from "@/lib/exercise";

/** The sum of points to nine decimals, so that 0.1 + 0.2 + 0.3 is 0.6 in whatever order it is added up. */
export const sumOf = (points: readonly number[]): number =>
  Math.round(points.reduce((sum, more) => sum + more, 0) * 1e9) / 1e9;

/** The points an exercise has in all. */
export const pointsOf = ({ parts }: Pick<Exercise, "parts">): number =>
  sumOf(parts.map(({ points }) => points));
