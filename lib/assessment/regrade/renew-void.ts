import "server-only";
import { freeze } from "@/lib/answering/frozen-variant";
import { seedFor } from "@/lib/answering/numbers";
import { hasClosed } from "@/lib/assessment/terms/phase";
import { getExerciseVersion } from "@/lib/catalogue/exercise-version";
import { clockNow } from "@/lib/db/clock";
import type { Regrade } from "@/lib/db/generated/client";
import type { DecidedWork } from "./write-outcomes";

/** Gives new numbers to those whose latest ones are void and who may still answer. Done twice, it is done once. */
export async function renewVoid(
  { treatment, exerciseId, versionId }: Regrade,
  works: readonly DecidedWork[],
): Promise<void> {
  if (treatment !== "void") return;
  const now = await clockNow();
  const version = await getExerciseVersion(versionId);
  for (const { work, out, terms } of works) {
    const last = work.variants.at(-1);
    if (!last || !out.lostVariants.includes(last) || hasClosed(terms, now)) continue;
    const series = { exerciseId, assignedId: work.assignedId };
    const number = last.number + 1;
    const seed = seedFor({ seedKey: `user:${work.userId}` }, series, number);
    await freeze({ userId: work.userId, ...series, number }, version, seed);
  }
}
