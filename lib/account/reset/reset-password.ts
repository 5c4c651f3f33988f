import "server-only";
import type { Account } from "@/lib/auth/authenticate";
import { markClaimed } from "@/lib/auth/mark-claimed";
import { hashPassword } from "@/lib/auth/password";
import { recordChange } from "@/lib/cohort/audit";
import { db } from "@/lib/db/client";
import { tellOwner } from "../news";
import { findLink, takeLink } from "../one-time-link";
import { setPassword } from "../password";

export type Reset =
  | { readonly status: "reset"; readonly account: Account; readonly email: string }
  /** The link was used, has run out, or is none of ours. */
  | { readonly status: "gone" };

/** Gives the account at the end of a link a new password. Everything else that opens it ends, sessions and links to
 *  accounts elsewhere: whoever signed up with this email first may have linked their own. A provider that vouches for the
 *  email is linked again by the new password. Of two at once by one link, one comes too late. */
export async function resetPassword(token: string, password: string): Promise<Reset> {
  // To hash a password takes work, which nobody gets without a link.
  if (!(await findLink(token, "reset"))) return { status: "gone" };
  const passwordHash = await hashPassword(password);
  const done = await db.$transaction(async (tx) => {
    const owner = await takeLink(token, "reset", tx);
    if (!owner) return null;
    const { userId } = owner;
    const { id } = await setPassword(tx, userId, passwordHash);
    await tx.identity.deleteMany({ where: { userId } });
    await markClaimed(tx, userId, "link");
    await recordChange(tx, { action: "account.reset", actorId: userId, personId: userId });
    return { owner, account: { id, passwordHash } };
  });
  if (!done) return { status: "gone" };
  const { owner, account } = done;
  await tellOwner("password", owner);
  return { status: "reset", account, email: owner.email };
}
