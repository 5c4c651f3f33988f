import "server-only";
import type { ExerciseEntry } from "@/lib/catalogue/lesson";
import { db } from "@/lib/db/client";

/** By slug, the best share of an exercise's points that a learner has earned with any numbers, from 0 to 1; exercises
 *  that they have not answered are missing. */
export async function listBestShares(
  userId: string | null,
  exercises: readonly Pick<ExerciseEntry, "id" | "slug">[],
): Promise<Readonly<Record<string, number>>> {
  if (!userId) return {};
  const ids = exercises.map(({ id }) => id);
  const rows = await db.score.findMany({
    where: { userId, exerciseId: { in: ids } },
    select: { exerciseId: true, best: true },
  });
  const best = new Map(rows.map((row) => [row.exerciseId, row.best]));
  return Object.fromEntries(
    exercises.flatMap(({ id, slug }) => {
      const share = best.get(id);
      return share === undefined ? [] : [[slug, share]];
    }),
  );
}
