import "server-only";
import type { CookieOption, NextAuthOptions } from "next-auth";
import { cookieName, cookieOptions, secureCookies } from "./cookies";
import { findLinked, link, openAccount, type ProviderPerson, personOf } from "./identity";
import { takeLinking } from "./linking";
import { callbackCookieName, keepPendingLink } from "./pending-link";
import { offeredProviders } from "./providers";
import { serverSecret } from "./secret";
import { beginSession, sessionCookieName, sessionSeconds } from "./session";

const cookie = (name: string, maxAge?: number): CookieOption => ({
  name,
  options: { ...cookieOptions(), maxAge },
});

const fifteenMinutes = 15 * 60;

const allCookies = () => ({
  sessionToken: cookie(sessionCookieName()),
  callbackUrl: cookie(callbackCookieName()),
  csrfToken: cookie(cookieName("next-auth.csrf-token")),
  pkceCodeVerifier: cookie(cookieName("next-auth.pkce.code_verifier"), fifteenMinutes),
  state: cookie(cookieName("next-auth.state"), fifteenMinutes),
  nonce: cookie(cookieName("next-auth.nonce"), fifteenMinutes),
});

interface OnReturn {
  /** Runs once for each sign-in, with the account. */
  readonly onSignIn: (userId: string) => Promise<void>;
  /** Runs once somebody who is signed in has linked a provider to their account. */
  readonly onLinked: (userId: string, issuer: string) => Promise<void>;
}

/** next-auth's settings, for signing in through providers (passwords have a form of our own): an account is found by the
 *  provider's name for the person. Read from the environment when called, not when imported. */
export const authOptions = ({ onSignIn, onLinked }: OnReturn): NextAuthOptions => ({
  providers: offeredProviders(),
  secret: serverSecret(),
  session: { strategy: "jwt", maxAge: sessionSeconds },
  useSecureCookies: secureCookies(),
  cookies: allCookies(),
  pages: { signIn: "/sign-in", error: "/sign-in" },
  callbacks: {
    async signIn({ account, profile }) {
      const person = personOf(account, profile);
      const owner = await takeLinking();
      if (person && owner) return linked(person, owner, onLinked);
      const opened = person && (await openAccount(person));
      if (opened?.status === "opened") return true;
      if (!person || opened?.status !== "confirm") return "/sign-in?error=EmailNotVerified";
      await keepPendingLink(person, opened.email, account?.provider ?? "");
      return "/confirm-link";
    },
    async jwt({ token, account, profile }) {
      if (!account) return token;
      const person = personOf(account, profile);
      const found = person && (await findLinked(person));
      if (!found) throw new Error("signIn let nobody in");
      await onSignIn(found.id);
      return { ...(await beginSession(found)) };
    },
  },
});

/** Where somebody is led who came back from a provider to link it to the account that they are signed in to. */
async function linked(
  person: ProviderPerson,
  userId: string,
  onLinked: OnReturn["onLinked"],
): Promise<string> {
  if (!(await link(person, userId))) return "/account?said=link-taken";
  await onLinked(userId, person.issuer);
  return "/account?said=linked";
}
