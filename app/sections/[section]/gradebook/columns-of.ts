import type { GradedSection } from "@/lib/assessment/gradebook/assignments";

/** An assignment's columns, as the browser needs them. */
export interface AssignmentColumn {
  readonly id: string;
  readonly title: string;
  readonly points: number;
  /** Its category and weight, in words; none where the section has no categories. */
  readonly counts?: string;
  readonly items: readonly ItemColumn[];
}

export interface ItemColumn {
  readonly id: string;
  readonly title: string;
  readonly points: number;
}

/** The columns of a section's gradebook, picked field by field. */
export function columnsOf({ assignments, grading }: GradedSection): AssignmentColumn[] {
  const { categories } = grading;
  return assignments.map(({ id, title, points, category, items }) => {
    const own = categories.find((one) => one.id === category);
    return {
      id,
      title,
      points,
      ...(categories.length > 0 ? { counts: own?.name ?? "not in the total" } : {}),
      items: items.map((item, i) => ({
        id: item.id,
        title: `${i + 1}. ${item.title}`,
        points: item.points * item.draws,
      })),
    };
  });
}
