import "server-only";
import type { Call, Failed, Known } from "@/lib/answering/exercise-form";
import type { Desk } from "@/lib/answering/submission-form";
import type { Earned } from "@/lib/assessment/terms/earned";
import { takesAnswers } from "@/lib/assessment/terms/phase";
import { findSectionOn } from "@/lib/catalogue/audience";
import { getExerciseVersion } from "@/lib/catalogue/exercise-version";
import { publicResult, toPublicPart } from "@/lib/content/exercise-card/public-result";
import { pointsIn, shownResults, standOf } from "./card";
import { assignedIn } from "./gates";
import { rulesFor } from "./rules";

/** Where a student's answer to an assigned exercise is taken, and what they hear of it: no more than the policy shows
 *  once it is counted. */
export async function deskFor(call: Call, learner: Known): Promise<Desk | Failed> {
  const found = await assignedIn(call, learner.userId);
  if ("status" in found) return found;
  const { assignment, assigned, judgedVersionId } = found;
  if (!takesAnswers(assignment.phase)) return { status: "closed" };
  const { exercise, exerciseId } = await getExerciseVersion(judgedVersionId);
  const sectionOn = await findSectionOn(learner, exerciseId);
  let earned: Earned = { share: 0, attempts: 0, answeredAt: null, variants: [] };
  const rules = rulesFor(assignment, assigned.id, (after) => {
    earned = after;
  });
  const tell: Desk["tell"] = ({ result, graded }) => {
    const work = { ...found, earned };
    const { progress, shows } = standOf(work, exercise.parts);
    const told = result.parts.map((part) => toPublicPart(part, { sectionOn }));
    const parts = shownResults(work, progress, exercise.parts, told);
    const saved = parts.some(({ status }) => status === "saved");
    return {
      result: publicResult.parse({ status: result.status, parts }),
      standing: pointsIn(work, shows),
      ...(saved && graded ? { receivedAt: graded.receivedAt.getTime() } : {}),
    };
  };
  return { rules, tell };
}
