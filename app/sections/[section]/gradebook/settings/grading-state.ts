import type { Grading } from "@/lib/assessment/gradebook/grading";
import type { GradingErrors, TypedGrading } from "@/lib/assessment/gradebook/grading-form";
import { shownPercent } from "@/lib/assessment/gradebook/shown-percent";

/** What the form shows: as kept, or as typed with what is to be mended. */
export interface GradingState {
  readonly typed: TypedGrading;
  readonly errors: GradingErrors;
  readonly done?: string;
}

/** Rows to fill in, beside those there are. */
const spare = 3;

/** A grading as the form shows it. */
export function typedOf({ categories, letters }: Grading): TypedGrading {
  const blank = Array.from({ length: spare });
  return {
    categories: [
      ...categories.map(({ id, name, weight, dropLowest }) => ({
        id,
        name,
        weight: String(weight),
        drop: String(dropLowest),
      })),
      ...blank.map(() => ({ id: "", name: "", weight: "", drop: "" })),
    ],
    letters: [
      ...letters.map(({ name, from }) => ({ name, from: String(shownPercent(from)) })),
      ...blank.map(() => ({ name: "", from: "" })),
    ],
  };
}
