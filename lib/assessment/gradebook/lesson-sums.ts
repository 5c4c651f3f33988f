import type { LessonSums, Mark } from "@/lib/assessment/terms/totals";
import type { GradedSection } from "./assignments";
import type { SummedLesson } from "./works";

/** What counts of a student's points, lesson by lesson: of the assignments that count. Of one that they never began,
 *  nobody knows what they would have drawn; so its items count where all of their pool is of one lesson. */
export function lessonSumsOf(
  { assignments }: Pick<GradedSection, "assignments">,
  sums: readonly SummedLesson[],
  marks: ReadonlyMap<string, Mark>,
): LessonSums[] {
  return assignments.flatMap(({ id, items }): LessonSums[] => {
    if (marks.get(id)?.status !== "counts") return [];
    const own = sums.filter(({ assignmentId }) => assignmentId === id);
    if (own.length > 0) return own;
    return items.flatMap(({ lessonIds, points, draws }) => {
      const [lessonId] = lessonIds;
      const one = lessonId !== undefined && lessonIds.every((other) => other === lessonId);
      return one ? [{ lessonId, earned: 0, possible: points * draws }] : [];
    });
  });
}
