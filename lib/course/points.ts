import type { Exercise } from "@/lib/exercise";

/** The points an exercise has in all. */
export const pointsOf = ({ parts }: Pick<Exercise, "parts">): number =>
  parts.reduce((sum, { points }) => sum + points, 0);
