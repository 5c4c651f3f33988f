import type { Exercise } from "@/lib/exercise";
import type { KindName } from "@/lib/exercise/kinds/kind-name";

/** Minutes that a part takes who knows how, roughly. */
const minutesOfPart: Readonly<Record<KindName, number>> = {
  choice: 0.5,
  ordering: 1,
  numeric: 1,
  expression: 1,
  matrix: 1.5,
  network: 2,
};

/** Minutes to read an exercise, whatever is to be answered in it. */
const reading = 0.5;

/** About how long an exercise takes, in minutes. */
export const minutesOf = ({ parts }: Pick<Exercise, "parts">): number =>
  parts.reduce((sum, { kind }) => sum + minutesOfPart[kind], reading);
