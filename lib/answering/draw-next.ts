import "server-only";
import type { Learner } from "@/lib/auth/guest";
import { findExerciseVersion, getExerciseVersion } from "@/lib/catalogue/exercise-version";
import { pointsOf } from "@/lib/catalogue/points";
import { db } from "@/lib/db/client";
import { freeze, lastNumber } from "./frozen-variant";
import { seedFor } from "./numbers";

/** Freezes the variant after number `seen`, drawn from the exercise as it reads today, and answers its points; null
 *  when there is no such exercise. Asked twice from one page it draws once. What a page shows is the last variant or, in
 *  a review, the one to come. */
export async function drawNext(
  learner: Pick<Learner, "seedKey"> & { readonly userId: string },
  seenVersion: string,
  seen: number,
): Promise<number | null> {
  const shown = await findExerciseVersion(seenVersion);
  if (!shown) return null;
  const { userId } = learner;
  const { exerciseId } = shown;
  const series = { exerciseId };
  const last = await lastNumber(userId, series);
  const { currentId } = await db.exercise.findUniqueOrThrow({
    where: { id: exerciseId },
    select: { currentId: true },
  });
  const current = await getExerciseVersion(currentId ?? shown.id);
  const number = seen + 1;
  if (seen === last || seen === last + 1) {
    await freeze({ userId, ...series, number }, current, seedFor(learner, series, number));
  }
  return pointsOf(current.exercise);
}
