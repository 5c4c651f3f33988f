import "server-only";
import { countNewEmail } from "@/lib/auth/rate-limit";
import { type Records, recordChange } from "@/lib/cohort/audit";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { enqueue } from "@/lib/jobs/enqueue";
import { tellOwner } from "../news";
import { endLinks, makeLink, takeLink } from "../one-time-link";

export type EmailAsked =
  | { readonly status: "asked" }
  | { readonly status: "wait"; readonly seconds: number };

/** Sends a link to a new email, which is the account's once that is followed. Whether another account has it is told to who
 *  reads its mail, and to nobody else. */
export async function askNewEmail(userId: string, email: string): Promise<EmailAsked> {
  const seconds = await countNewEmail(userId);
  if (seconds !== null) return { status: "wait", seconds };
  // Its secret is made anew with the mail: what ends the account's links meanwhile ends this one too.
  await makeLink(userId, "email", { email });
  const mail = { about: "new-email", userId, email } as const;
  await enqueue("account mail", mail, { key: `account mail new-email ${userId}` });
  return { status: "asked" };
}

export type EmailChanged =
  | { readonly status: "changed"; readonly userId: string; readonly email: string }
  /** Another account has it. */
  | { readonly status: "taken" }
  /** There is no such account, or the link was used or has run out. */
  | { readonly status: "gone" };

/** Makes the email at the end of a link the account's. */
export function confirmEmail(token: string): Promise<EmailChanged> {
  return unlessTaken(async (tx) => {
    const owner = await takeLink(token, "email", tx);
    if (!owner?.newEmail) return null;
    return { userId: owner.userId, email: owner.newEmail, actorId: owner.userId };
  });
}

interface EmailChange {
  readonly userId: string;
  readonly email: string;
  readonly actorId: string;
  readonly reason?: string;
}

/** Gives an account another email because an admin says so, who knows that it is its owner's. */
export function setEmail(change: EmailChange): Promise<EmailChanged> {
  return unlessTaken(async () => change);
}

/** Changes an email in one transaction, and writes to the old one. Links that went to it are dead. */
async function unlessTaken(
  find: (tx: Records) => Promise<EmailChange | null>,
): Promise<EmailChanged> {
  try {
    const done = await db.$transaction(async (tx) => {
      const change = await find(tx);
      return change && put(tx, change);
    });
    if (!done) return { status: "gone" };
    if (done.was !== done.email) await tellOwner("email", { name: done.name, email: done.was });
    return { status: "changed", userId: done.userId, email: done.email };
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002")
      return { status: "taken" };
    throw error;
  }
}

async function put(tx: Records, { userId, email, actorId, reason }: EmailChange) {
  const now = await tx.user.findFirst({
    where: { id: userId, email: { not: null } },
    select: { name: true, email: true },
  });
  if (!now?.email) return null;
  await tx.user.update({ where: { id: userId }, data: { email } });
  await endLinks(userId, tx);
  await recordChange(tx, {
    action: "account.email",
    actorId,
    personId: userId,
    before: { email: now.email },
    after: { email },
    reason,
  });
  return { userId, name: now.name, was: now.email, email };
}
