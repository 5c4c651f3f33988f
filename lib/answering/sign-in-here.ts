import "server-only";
import { cookies } from "next/headers";
import type { Account } from "@/lib/auth/authenticate";
import { rememberBrowser } from "@/lib/auth/device";
import { beNewGuest } from "@/lib/auth/new-guest";
import {
  endSession,
  sealSession,
  sessionCookieName,
  sessionCookieOptions,
} from "@/lib/auth/session";
import { claimGuestOfThisBrowser } from "./claim-guest";

/** What every sign-in does in its browser: whoever was signed in there is no longer, the account gets what the guest
 *  answered, and the guest of this browser is another one from now on. */
export async function leaveGuest(userId: string): Promise<void> {
  await endSession((await cookies()).get(sessionCookieName())?.value);
  await claimGuestOfThisBrowser(userId);
  await beNewGuest();
}

/** Signs this browser in to an account, whose owner proved to be its owner by its password. */
export async function signInHere(account: Account, email: string): Promise<void> {
  await leaveGuest(account.id);
  (await cookies()).set(sessionCookieName(), await sealSession(account), sessionCookieOptions());
  await rememberBrowser(email);
}

/** Signs this browser out; it is a new guest then, and nobody's copy of its cookies opens anything. */
export async function signOutHere(): Promise<void> {
  const jar = await cookies();
  await endSession(jar.get(sessionCookieName())?.value);
  jar.set(sessionCookieName(), "", { ...sessionCookieOptions(), maxAge: 0 });
  await beNewGuest();
}
