import "server-only";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { cookieName, cookieOptions } from "./cookies";
import type { ProviderPerson } from "./identity";
import { safeNext } from "./next-path";
import { serverSecret } from "./secret";

/** A person whom a provider vouched for in this browser, while the account with their email is yet to be confirmed.
 *  Kept in a sealed cookie for ten minutes: nobody can make one, or send one to somebody else. */
const pendingLink = z.object({
  issuer: z.string(),
  subject: z.string(),
  email: z.string(),
  /** The provider's id. */
  provider: z.string(),
  /** Where the visitor wanted to be. */
  next: z.string(),
});

export type PendingLink = z.infer<typeof pendingLink>;

const name = () => cookieName("pending-link");
const tenMinutes = 10 * 60;
const secret = () => `${serverSecret()} pending link`;

/** Remembers the person until their account is confirmed. */
export async function keepPendingLink(
  { issuer, subject }: ProviderPerson,
  email: string,
  provider: string,
): Promise<void> {
  const jar = await cookies();
  const next = pathOf(jar.get(callbackCookieName())?.value);
  const token = { issuer, subject, email, provider, next } satisfies PendingLink;
  const sealed = await encode({ token, secret: secret(), maxAge: tenMinutes });
  jar.set(name(), sealed, { ...cookieOptions(), maxAge: tenMinutes });
}

/** Where next-auth keeps the address to go to after a sign-in. */
export const callbackCookieName = (): string => cookieName("next-auth.callback-url");

const pathOf = (address = "/") =>
  safeNext(URL.canParse(address) ? address.slice(new URL(address).origin.length) : address);

/** The link that waits to be confirmed in this browser; null when there is none, or it has waited too long. */
export async function findPendingLink(): Promise<PendingLink | null> {
  const token = (await cookies()).get(name())?.value;
  const said = token ? await decode({ token, secret: secret() }).catch(() => null) : null;
  return pendingLink.safeParse(said).data ?? null;
}

export async function forgetPendingLink(): Promise<void> {
  (await cookies()).set(name(), "", { ...cookieOptions(), maxAge: 0 });
}
