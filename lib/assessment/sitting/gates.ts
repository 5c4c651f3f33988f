import "server-only";
import type { Call, Failed, Gate } from "@/lib/answering/exercise-form";
import type { Points } from "@/lib/answering/standing";
import type { HelpDesk } from "@/lib/answering/submission-form";
import { listTried } from "@/lib/answering/tried";
import { isAllowedFrom } from "@/lib/assessment/setting/addresses";
import { foldTried } from "@/lib/assessment/terms/folded";
import { takesAnswers } from "@/lib/assessment/terms/phase";
import type { Shows } from "@/lib/assessment/terms/shown";
import { addressOf } from "@/lib/auth/rate-limit";
import { seesExercise } from "@/lib/catalogue/audience";
import { findExerciseVersion } from "@/lib/catalogue/exercise-version";
import { pointsIn, standOf } from "./card";
import { type FoundAssigned, findAssigned } from "./find-assigned";
import { listHeld } from "./held";

/** The assigned exercise that a form names, for the student whose it is; or why nothing comes of it: it is not theirs, has
 *  not begun, shows other numbers by now, or is to be worked on elsewhere. */
export async function assignedIn(
  { input, request }: Call,
  userId: string,
): Promise<FoundAssigned | Failed> {
  const found = await findAssigned(userId, input.assigned ?? "");
  if (!found) return { status: "unknown-exercise" };
  const { assignment, number, shownVersionId } = found;
  if (shownVersionId !== input.exercise || input.variant !== number)
    return { status: "other-numbers" };
  if (!assignment.work?.begunAt) return { status: "closed" };
  const { addresses } = assignment.terms.policy;
  const isHere = isAllowedFrom(addresses, addressOf(request.headers));
  if (takesAnswers(assignment.phase) && !isHere) return { status: "elsewhere" };
  return found;
}

/** Lets the student in while answers count. */
export function whileTaken(call: Call): Gate {
  return async ({ userId }) => {
    const found = await assignedIn(call, userId);
    if ("status" in found) return found;
    return takesAnswers(found.assignment.phase) ? null : { status: "closed" };
  };
}

/** Lets the student in where this help is to be shown by now, and tells them of no points that are not. */
export function whereShown(call: Call, what: keyof Pick<Shows, "hints" | "solution">): HelpDesk {
  let points: Points = { earned: 0, possible: 0 };
  return {
    pointsFor: async () => points,
    async gate({ userId }) {
      const found = await assignedIn(call, userId);
      if ("status" in found) return found;
      const { assigned, assignment, judgedVersionId } = found;
      const version = await findExerciseVersion(judgedVersionId);
      if (!version) return { status: "unknown-exercise" };
      const tried = (await listTried([assigned.id])).get(assigned.id) ?? [];
      const work = { ...found, earned: await foldTried(assignment.terms, tried) };
      const { shows } = standOf(work, version.exercise.parts);
      points = pointsIn(work, shows);
      return shows[what] ? null : { status: "not-now" };
    },
  };
}

/** Lets everybody practise who sees the course, but those who are graded on the very same numbers now. */
export function practisable({ input }: Call): Gate {
  return async (learner) => {
    const version = await findExerciseVersion(input.exercise);
    if (!version) return null;
    if (!(await seesExercise(learner, version.exerciseId))) return { status: "unknown-exercise" };
    const exercise = { id: version.exerciseId, currentId: version.id };
    const held = await listHeld(learner.userId, [exercise]);
    return held.size > 0 ? { status: "held" } : null;
  };
}
