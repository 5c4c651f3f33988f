import { z } from "zod";
import { shownPercent } from "./shown-percent";

/** Assignments that count together, such as homework. */
const categorySchema = z.strictObject({
  /** What `Assignment.category` holds. */
  id: z.string().min(1).max(40),
  name: z.string().min(1).max(60),
  /** What it counts beside the others; only their proportions matter. */
  weight: z.number().min(0).max(1000),
  /** So many assignments of it are left out for each student, those that cost them most. */
  dropLowest: z.number().int().min(0).max(20),
});

const letterSchema = z.strictObject({
  name: z.string().min(1).max(20),
  /** The least share of the total, from 0 to 1, that earns it. */
  from: z.number().min(0).max(1),
});

/** How a section's total comes about, as `Section.grading` keeps it. A section that says nothing adds up points. */
const gradingSchema = z.strictObject({
  categories: z.array(categorySchema).max(20).default([]),
  letters: z.array(letterSchema).max(20).default([]),
});

export type Category = z.infer<typeof categorySchema>;
export type Letter = z.infer<typeof letterSchema>;
export type Grading = z.infer<typeof gradingSchema>;

/** A section's grading from its column. Throws where that holds anything else. */
export const gradingOf = (column: unknown): Grading => gradingSchema.parse(column);

/** The letter that a total earns; null where no band reaches so low. It goes by the total as it is shown, so that
 *  nobody reads 90.0 % beside the letter for less. */
export function letterFor({ letters }: Pick<Grading, "letters">, total: number): string | null {
  const shown = shownPercent(total);
  const reached = letters.filter(({ from }) => shownPercent(from) <= shown);
  return reached.toSorted((a, b) => b.from - a.from)[0]?.name ?? null;
}
