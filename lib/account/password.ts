import "server-only";
import { type Account, accountColumns } from "@/lib/auth/authenticate";
import { hashPassword } from "@/lib/auth/password";
import { type Records, recordChange } from "@/lib/cohort/audit";
import { db } from "@/lib/db/client";
import { tellOwner } from "./news";
import { endLinks } from "./one-time-link";

/** Gives an account another password, whose owner was asked for the old one. Every session ends, this browser's too, and
 *  so do the account's links. */
export async function changePassword(userId: string, password: string): Promise<Account> {
  const passwordHash = await hashPassword(password);
  const { name, email, ...account } = await db.$transaction(async (tx) => {
    const changed = await setPassword(tx, userId, passwordHash);
    await recordChange(tx, { action: "account.password", actorId: userId, personId: userId });
    return changed;
  });
  if (email) await tellOwner("password", { name, email });
  return account;
}

/** Sets an account's password and ends what opened it before: its sessions and its links. */
export async function setPassword(tx: Records, userId: string, passwordHash: string) {
  const changed = await tx.user.update({
    where: { id: userId },
    data: { passwordHash },
    select: { ...accountColumns, name: true, email: true },
  });
  await tx.session.deleteMany({ where: { userId } });
  await endLinks(userId, tx);
  return changed;
}
