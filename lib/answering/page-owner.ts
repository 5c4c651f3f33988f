import "server-only";
import type { Learner } from "@/lib/auth/guest";
import { keyedHash } from "@/lib/auth/secret";

/** What a page's forms carry to say whose page it is: an account's or a guest's, and which. */
export function ownerMark({ viewer, seedKey }: Pick<Learner, "viewer" | "seedKey">): string {
  return `${viewer ? "account" : "guest"}-${keyedHash("owner", seedKey).slice(0, 16)}`;
}

export type Standin = "signed-out" | "other-learner";

/** Whether somebody else asks than the one whose page it is: nobody who is signed in, for an account's page, or
 *  another account. What a guest's page sends may be an account's by now, which took the guest's work over: there the
 *  numbers tell. */
export function standinFor(
  owner: string,
  learner: Pick<Learner, "viewer" | "seedKey"> | null,
): Standin | null {
  if (!owner.startsWith("account-")) return null;
  if (!learner?.viewer) return "signed-out";
  return ownerMark(learner) === owner ? null : "other-learner";
}
