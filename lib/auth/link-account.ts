import "server-only";
import type { Account, Profile } from "next-auth";
import { db } from "@/lib/db/client";

/** The email a provider vouches for, in lower case; null when it vouches for none. GitHub's is read from its
 *  list of verified addresses (see providers.ts); OpenID Connect says `email_verified`. */
export function verifiedEmail(
  account: Account | null,
  profile: Profile | undefined,
): string | null {
  if (account?.type !== "oauth" || !profile?.email) return null;
  const verified = (profile as Profile & { email_verified?: unknown }).email_verified === true;
  return verified ? profile.email.trim().toLowerCase() : null;
}

/** The account with this verified email, made when there is none. A password set by someone who never
 *  proved the email is theirs is dropped, and its sessions with it: else a stranger could sign up with
 *  somebody's email first and share the account later. */
export async function accountForVerifiedEmail(email: string, name: string) {
  return db.user.upsert({
    where: { email },
    create: { email, name, role: "student" },
    update: { passwordHash: null },
    select: { id: true, passwordHash: true },
  });
}
