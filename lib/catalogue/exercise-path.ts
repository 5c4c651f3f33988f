import "server-only";
import { db } from "@/lib/db/client";

/** Where an exercise stands in its lesson; null where it is not shown any more. */
export async function findExercisePath(exerciseId: string): Promise<string | null> {
  const row = await db.exercise.findUnique({
    where: { id: exerciseId, shown: true, lesson: { shown: true } },
    select: {
      slug: true,
      lesson: { select: { slug: true, course: { select: { slug: true } } } },
    },
  });
  return row && `/courses/${row.lesson.course.slug}/${row.lesson.slug}#exercise-${row.slug}`;
}
