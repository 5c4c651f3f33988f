import { type Exercise, sumOf } from "@/lib/exercise";

/** The points an exercise has in all. */
export const pointsOf = ({ parts }: Pick<Exercise, "parts">): number =>
  sumOf(parts.map(({ points }) => points));
