import "server-only";
import type { GradedRules } from "@/lib/answering/graded-rules";
import type { Earned } from "@/lib/assessment/terms/earned";
import { foldTried } from "@/lib/assessment/terms/folded";
import { type AssignmentFor, findAssignmentFor } from "./assignment-for";

/** What an assignment allows a student in one assigned exercise, and makes of it, as `answering` is told. `tell` hears
 *  what it comes to with each answer. That is worked out by what holds when the answer is kept: whoever changes it
 *  meanwhile holds the answers, so that either counts the other (see settle). */
export function rulesFor(
  { id, userId, terms, endsAt }: Pick<AssignmentFor, "id" | "userId" | "terms" | "endsAt">,
  assignedId: string,
  tell: (earned: Earned) => void = () => {},
): GradedRules {
  return {
    assignedId,
    tries: terms.policy.numbers === "new" ? 1 : terms.attempts,
    tells: terms.policy.shows.verdict === "at-once",
    endsAt,
    earn: async (tried) => {
      const now = await findAssignmentFor(userId, id);
      const earned = await foldTried(now?.terms ?? terms, tried);
      tell(earned);
      return earned;
    },
  };
}
