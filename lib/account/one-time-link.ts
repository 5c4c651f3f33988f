import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { Records } from "@/lib/cohort/audit";
import { db } from "@/lib/db/client";

/** What a link does to an account: chooses a new password, or confirms a new email. */
export type Purpose = "reset" | "email";

/** How long a link works. */
export const linkMinutes = 60;

/** Who a link is for. */
export interface LinkOwner {
  readonly userId: string;
  /** As the account has it. */
  readonly name: string;
  readonly email: string;
  /** The email that the link confirms. */
  readonly newEmail: string | null;
}

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

/** Makes the secret of a link, which works once within an hour. An older link for the same purpose is dead from then on. */
export async function makeLink(
  userId: string,
  purpose: Purpose,
  { email = null, tx = db }: { email?: string | null; tx?: Records } = {},
): Promise<string> {
  const { token, link } = newLink(email);
  await tx.oneTimeLink.upsert({
    where: { userId_purpose: { userId, purpose } },
    create: { ...link, userId, purpose },
    update: link,
  });
  return token;
}

/** Makes the secret of a link to a new email that was asked for; null where that was taken back since. */
export async function makeLinkAsked(userId: string, email: string): Promise<string | null> {
  const { token, link } = newLink(email);
  const where = { userId, purpose: "email", email } as const;
  const { count } = await db.oneTimeLink.updateMany({ where, data: link });
  return count === 1 ? token : null;
}

function newLink(email: string | null) {
  const token = randomBytes(24).toString("base64url");
  const endsAt = new Date(Date.now() + linkMinutes * 60_000);
  return { token, link: { hash: hashOf(token), email, endsAt, createdAt: new Date() } };
}

/** Whose link this is; null where it was used, has run out, or is none of ours. */
export async function findLink(
  token: string,
  purpose: Purpose,
  tx: Records = db,
): Promise<LinkOwner | null> {
  const link = await tx.oneTimeLink.findFirst({
    where: { hash: hashOf(token), purpose, endsAt: { gt: new Date() } },
    select: { userId: true, email: true, user: { select: { name: true, email: true } } },
  });
  if (!link?.user.email) return null;
  const { userId, email: newEmail, user } = link;
  return { userId, name: user.name, email: user.email ?? "", newEmail };
}

/** Takes a link, so that nobody else can: of two at once, one gets null. */
export async function takeLink(
  token: string,
  purpose: Purpose,
  tx: Records,
): Promise<LinkOwner | null> {
  const owner = await findLink(token, purpose, tx);
  if (!owner) return null;
  const { count } = await tx.oneTimeLink.deleteMany({ where: { hash: hashOf(token), purpose } });
  return count === 1 ? owner : null;
}

/** Ends every link of an account. */
export async function endLinks(userId: string, tx: Records): Promise<void> {
  await tx.oneTimeLink.deleteMany({ where: { userId } });
}

const pages: Readonly<Record<Purpose, string>> = {
  reset: "/reset-password",
  email: "/confirm-email",
};

/** Where a link leads, by its secret. */
export const addressOf = (purpose: Purpose, token: string): string =>
  `${process.env.NEXTAUTH_URL ?? ""}${pages[purpose]}/${token}`;
