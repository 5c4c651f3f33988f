import "server-only";
import type { TriedVariant } from "@/lib/answering/tried";
import { getExerciseVersion } from "@/lib/catalogue/exercise-version";
import { pointsOf } from "@/lib/catalogue/points";
import { type Earned, earnedOf } from "./earned";
import type { Terms } from "./terms";

/** What was tried in one assigned exercise comes to by these terms (see earnedOf). */
export async function foldTried(terms: Terms, tried: readonly TriedVariant[]): Promise<Earned> {
  const ids = [...new Set(tried.map(({ versionId }) => versionId))];
  const points = await Promise.all(
    ids.map(async (id) => [id, pointsOf((await getExerciseVersion(id)).exercise)] as const),
  );
  const possible = new Map(points);
  return earnedOf(terms, tried, (id) => possible.get(id) ?? 0);
}
