import "server-only";
import { cookies } from "next/headers";
import { authenticate, thisVisitor } from "@/lib/auth/authenticate";
import { isFreshSession, sessionCookieName } from "@/lib/auth/session";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";

/** Whether who sits at a signed-in browser is the account's owner. */
export type Proof =
  | { readonly status: "proved" }
  /** It is not the account's password. */
  | { readonly status: "refused" }
  /** It has no password, and they signed in too long ago. */
  | { readonly status: "stale" }
  | { readonly status: "wait"; readonly seconds: number };

/** How long a sign-in proves who one is, where there is no password to ask for. */
export const freshMinutes = 10;

/** Asks for the account's password, counted like a try to sign in; without one, for a sign-in of just now. */
export async function proveOwner({ id }: Viewer, password: string): Promise<Proof> {
  const { email, passwordHash } = await db.user.findUniqueOrThrow({
    where: { id },
    select: { email: true, passwordHash: true },
  });
  if (!email || !passwordHash) return { status: (await isFresh()) ? "proved" : "stale" };
  const outcome = await authenticate({ email, password }, await thisVisitor());
  if (outcome.status === "signed-in" && outcome.account.id === id) return { status: "proved" };
  return outcome.status === "wait" ? outcome : { status: "refused" };
}

/** Whether this browser was signed in just now. */
export const isFresh = async (): Promise<boolean> =>
  isFreshSession((await cookies()).get(sessionCookieName())?.value, freshMinutes);
