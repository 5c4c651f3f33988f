import "server-only";
import { keepTyped } from "@/lib/answering/drafts-form";
import type { Call, Outcome } from "@/lib/answering/exercise-form";
import { hint, newNumbers, practiceOf, solution, submit } from "@/lib/answering/submission-form";
import { deskFor } from "./desk";
import { practisable, whereShown, whileTaken } from "./gates";
import { renew } from "./renew";

/** What an exercise's form sends, practised or graded: the one way in for both. */
export function submitAnswer(call: Call): Promise<Outcome> {
  if (call.input.assigned) return submit(call, (learner) => deskFor(call, learner));
  return submit(call, async (learner) => (await practisable(call)(learner)) ?? practiceOf(call));
}

/** What is typed, before it is checked. */
export const keepAnswer = (call: Call): Promise<Outcome> =>
  keepTyped(call, call.input.assigned ? whileTaken(call) : practisable(call));

/** The next hint, where there is one for now. */
export const takeHintNow = (call: Call): Promise<Outcome> =>
  hint(call, call.input.assigned ? whereShown(call, "hints") : { gate: practisable(call) });

/** The worked solution, where it is due. */
export const showSolution = (call: Call): Promise<Outcome> =>
  solution(call, call.input.assigned ? whereShown(call, "solution") : { gate: practisable(call) });

/** New numbers, where they are to be had. */
export const takeNewNumbers = (call: Call): Promise<Outcome> =>
  call.input.assigned ? renew(call) : newNumbers(call, practisable(call));
