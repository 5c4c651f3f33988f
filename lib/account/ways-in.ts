import "server-only";
import { isOffered, nameOfIssuer } from "@/lib/auth/providers";
import { recordChange } from "@/lib/cohort/audit";
import { db } from "@/lib/db/client";
import { tellOwner } from "./news";

/** An account elsewhere that opens somebody's account here. */
export interface LinkedProvider {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly since: Date;
  /** Whether it still signs people in here. */
  readonly offered: boolean;
}

/** What opens an account. */
export interface WaysIn {
  readonly password: boolean;
  readonly linked: readonly LinkedProvider[];
}

/** What opens an account, the oldest link first. */
export async function listWaysIn(userId: string): Promise<WaysIn> {
  const { passwordHash, identities } = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      passwordHash: true,
      identities: {
        orderBy: { createdAt: "asc" },
        select: { issuer: true, subject: true, createdAt: true },
      },
    },
  });
  const linked = identities.map(({ issuer, subject, createdAt }) => ({
    issuer,
    subject,
    name: nameOfIssuer(issuer),
    since: createdAt,
    offered: isOffered(issuer),
  }));
  return { password: passwordHash !== null, linked };
}

/** Keeps in an account's history that its owner linked a provider to it, and writes to them. */
export async function noteLinked(userId: string, issuer: string): Promise<void> {
  const after = { provider: nameOfIssuer(issuer) };
  await recordChange(db, { action: "account.linked", actorId: userId, personId: userId, after });
  const { name, email } = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { name: true, email: true },
  });
  if (email) await tellOwner("linked", { name, email });
}

export type Unlinked = { readonly status: "unlinked" | "gone" | "only-way" };

/** Takes a provider off an account, unless nothing else would open it. */
export function unlink(
  userId: string,
  { issuer, subject }: Pick<LinkedProvider, "issuer" | "subject">,
): Promise<Unlinked> {
  return db.$transaction(async (tx): Promise<Unlinked> => {
    // Two at once must not take the last two.
    await tx.$queryRaw`select 1 from "user" where id = ${userId}::uuid for no key update`;
    const { passwordHash, identities } = await tx.user.findUniqueOrThrow({
      where: { id: userId },
      select: { passwordHash: true, identities: true },
    });
    const isIt = (one: { issuer: string; subject: string }) =>
      one.issuer === issuer && one.subject === subject;
    if (!identities.some(isIt)) return { status: "gone" };
    const others = identities.filter((one) => !isIt(one) && isOffered(one.issuer));
    if (!passwordHash && others.length === 0) return { status: "only-way" };
    await tx.identity.delete({ where: { issuer_subject: { issuer, subject } } });
    const before = { provider: nameOfIssuer(issuer) };
    await recordChange(tx, {
      action: "account.unlinked",
      actorId: userId,
      personId: userId,
      before,
    });
    return { status: "unlinked" };
  });
}
