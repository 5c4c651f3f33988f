import "server-only";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { type Authentication, authenticate } from "./authenticate";
import { signInForm } from "./forms";
import { accountForVerifiedEmail, verifiedEmail } from "./link-account";
import { plainName } from "./plain-name";
import { offeredProviders } from "./providers";
import { waitMessage } from "./rate-limit";
import { serverSecret } from "./secret";
import {
  cookieOptions,
  secureCookies,
  sessionClaims,
  sessionCookieName,
  sessionSeconds,
} from "./session";

const byPassword = Credentials({
  credentials: { email: { type: "email" }, password: { type: "password" } },
  async authorize(credentials, request) {
    const form = signInForm.safeParse(credentials);
    if (!form.success) return null;
    const outcome = await authenticate(form.data, new Headers(request.headers as HeadersInit));
    return signedIn(outcome);
  },
});

function signedIn(outcome: Authentication) {
  if (outcome.status === "wait") throw new Error(waitMessage(outcome.seconds));
  return outcome.status === "signed-in" ? outcome.account : null;
}

/** next-auth's settings: JWT sessions that say only who and under which password; an account from a provider
 *  is found by its verified email; `onSignIn` runs once for each sign-in, with the account. Read from the
 *  environment when called, not when imported. */
export const authOptions = (onSignIn: (userId: string) => Promise<void>): NextAuthOptions => ({
  providers: [byPassword, ...offeredProviders()],
  secret: serverSecret(),
  session: { strategy: "jwt", maxAge: sessionSeconds },
  useSecureCookies: secureCookies(),
  cookies: { sessionToken: { name: sessionCookieName(), options: cookieOptions() } },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  callbacks: {
    signIn: ({ account, profile }) =>
      account?.type === "credentials" ||
      verifiedEmail(account, profile) !== null ||
      "/sign-in?error=EmailNotVerified",
    async jwt({ token, user, account, profile }) {
      if (!account) return token;
      const email = verifiedEmail(account, profile);
      const found = email
        ? await accountForVerifiedEmail(
            email,
            plainName(user.name ?? "") || email.split("@")[0] || "Learner",
          )
        : (user as { id: string; passwordHash: string | null });
      await onSignIn(found.id);
      return sessionClaims(found);
    },
    session: ({ session }) => ({ expires: session.expires }),
  },
});
