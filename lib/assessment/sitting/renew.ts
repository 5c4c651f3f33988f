import "server-only";
import { asOwner, type Call, type Outcome } from "@/lib/answering/exercise-form";
import { freeze } from "@/lib/answering/frozen-variant";
import { seedFor } from "@/lib/answering/numbers";
import { nothingGraded } from "@/lib/answering/submission-form";
import { listTried } from "@/lib/answering/tried";
import { foldTried } from "@/lib/assessment/terms/folded";
import { takesAnswers } from "@/lib/assessment/terms/phase";
import { getExerciseVersion } from "@/lib/catalogue/exercise-version";
import { pointsIn, standOf } from "./card";
import { assignedIn } from "./gates";

/** New numbers for a further attempt, where the policy has them for each and this one is used. Asked twice from one page
 *  they are drawn once. */
export function renew(call: Call): Promise<Outcome> {
  return asOwner(call, "draw", async (learner) => {
    const found = await assignedIn(call, learner.userId);
    if ("status" in found) return found;
    const { assignment, assigned, number, judgedVersionId } = found;
    if (!takesAnswers(assignment.phase)) return { status: "closed" };
    const [judged, next] = await Promise.all([
      getExerciseVersion(judgedVersionId),
      getExerciseVersion(assigned.versionId),
    ]);
    const tried = (await listTried([assigned.id])).get(assigned.id) ?? [];
    const work = { ...found, earned: await foldTried(assignment.terms, tried) };
    const { progress, shows } = standOf(work, judged.exercise.parts);
    if (!progress.renewable) return { status: "not-now" };
    const series = { exerciseId: assigned.exerciseId, assignedId: assigned.id };
    const place = { userId: learner.userId, ...series, number: number + 1 };
    await freeze(place, next, seedFor(learner, series, place.number));
    return nothingGraded(pointsIn(work, shows));
  });
}
