import { hasClosed } from "./phase";
import type { Policy } from "./policy";
import type { Terms } from "./terms";
import type { WorkState } from "./totals";

/** Whether a student may see what they have in an assignment. Where it is shown after the last attempt, what all of it
 *  comes to is shown once they handed it in. */
export function showsScore(
  { shows }: Pick<Policy, "shows">,
  terms: Pick<Terms, "closesAt">,
  work: Pick<WorkState, "handedInAt"> | null,
  now: Date,
): boolean {
  if (shows.score === "at-once") return true;
  if (shows.score === "never") return false;
  if (hasClosed(terms, now)) return true;
  return shows.score === "after-attempts" && work !== null && work.handedInAt !== null;
}
