import "server-only";
import type { Profile, Account as ProviderAccount } from "next-auth";
import { db } from "@/lib/db/client";
import { type Account, accountColumns } from "./authenticate";
import { foldEmail, isEmail } from "./email";
import { markClaimed } from "./mark-claimed";
import { plainName } from "./plain-name";

/** Somebody as a provider knows them. */
export interface ProviderPerson {
  readonly issuer: string;
  readonly subject: string;
  /** Folded; null when the provider does not vouch for one. */
  readonly email: string | null;
  readonly name: string;
}

/** GitHub speaks no OpenID Connect, so its profiles name no issuer. */
const issuers: Readonly<Record<string, string>> = { github: "https://github.com" };

/** The person in a provider's answer; null when it does not say who issued it. */
export function personOf(
  account: ProviderAccount | null,
  profile: (Profile & { iss?: unknown }) | undefined,
): ProviderPerson | null {
  if (account?.type !== "oauth" || !profile) return null;
  const issuer = issuers[account.provider] ?? profile.iss;
  if (typeof issuer !== "string") return null;
  const email = verifiedEmail(profile);
  const name = plainName(profile.name ?? "") || email?.split("@")[0] || "Learner";
  return { issuer, subject: account.providerAccountId, email, name: name.slice(0, 100) };
}

/** The email a provider vouches for. GitHub's is read from its list of verified addresses (see providers.ts); OpenID
 *  Connect says `email_verified`. */
function verifiedEmail(profile: Profile & { email_verified?: unknown }): string | null {
  if (profile.email_verified !== true || typeof profile.email !== "string") return null;
  const email = foldEmail(profile.email);
  return isEmail(email) ? email : null;
}

export type Opened =
  | { readonly status: "opened"; readonly account: Account }
  /** The provider vouches for no email, and nobody is known by this name of its. */
  | { readonly status: "unverified" }
  /** An account has the email: its owner must say that this is them too. */
  | { readonly status: "confirm"; readonly email: string };

/** The account that this person opens: the one linked to them; else a new one, where no account has their email. An
 *  account with neither a password nor a link was made by a roster, or by a provider before links were kept: it is theirs
 *  now. Any other must be confirmed first. */
export async function openAccount(person: ProviderPerson): Promise<Opened> {
  const linked = await findLinked(person);
  if (linked) return { status: "opened", account: linked };
  const { email, name } = person;
  if (!email) return { status: "unverified" };
  await db.user.createMany({ data: [{ email, name, role: "student" }], skipDuplicates: true });
  const account = await linkWhereUnowned(email, person);
  return account ? { status: "opened", account } : { status: "confirm", email };
}

/** The account linked to this person; null when none is. */
export async function findLinked({
  issuer,
  subject,
}: Pick<ProviderPerson, "issuer" | "subject">): Promise<Account | null> {
  const identity = await db.identity.findUnique({
    where: { issuer_subject: { issuer, subject } },
    select: { user: { select: accountColumns } },
  });
  return identity?.user ?? null;
}

/** Whether the account with this email has a password. */
export async function isOpenedByPassword(email: string): Promise<boolean> {
  const account = await db.user.findUnique({ where: { email }, select: { passwordHash: true } });
  return Boolean(account?.passwordHash);
}

/** Links a person to an account, whose owner said so. False, with nothing changed, where they open another account. */
export async function link(
  person: Pick<ProviderPerson, "issuer" | "subject">,
  userId: string,
): Promise<boolean> {
  const { issuer, subject } = person;
  await db.identity.createMany({ data: [{ issuer, subject, userId }], skipDuplicates: true });
  return (await findLinked(person))?.id === userId;
}

/** Links the person to the account with this email and gives it, where nothing opens that account yet. */
function linkWhereUnowned(email: string, person: ProviderPerson): Promise<Account | null> {
  return db.$transaction(async (tx) => {
    // Two people whose providers vouch for one email come one after the other.
    await tx.$queryRaw`select 1 from "user" where email = ${email} for no key update`;
    const account = await tx.user.findUnique({
      where: { email },
      select: { ...accountColumns, identities: { select: { issuer: true, subject: true } } },
    });
    if (!account || account.passwordHash) return null;
    const { identities, ...found } = account;
    const { issuer, subject } = person;
    const isTheirs = identities.some((one) => one.issuer === issuer && one.subject === subject);
    if (identities.length > 0) return isTheirs ? found : null;
    await tx.identity.create({ data: { issuer, subject, userId: account.id } });
    await markClaimed(tx, account.id, "provider");
    return found;
  });
}
