import "server-only";
import GitHub, { type GithubEmail, type GithubProfile } from "next-auth/providers/github";
import Google from "next-auth/providers/google";
import type { OAuthConfig } from "next-auth/providers/oauth";

type Env = Record<string, string | undefined>;

interface OidcProfile {
  sub: string;
  name?: string;
  preferred_username?: string;
  email?: string;
  email_verified?: boolean;
}

// biome-ignore lint/suspicious/noExplicitAny: next-auth asks for providers of any profile, each with its own.
type Offered = OAuthConfig<any>;

/** The providers whose settings are all in the environment. */
export function offeredProviders(env: Env = process.env): Offered[] {
  const offered: Offered[] = [];
  if (env.GITHUB_ID && env.GITHUB_SECRET) offered.push(github(env.GITHUB_ID, env.GITHUB_SECRET));
  if (env.GOOGLE_ID && env.GOOGLE_SECRET) {
    offered.push(Google({ clientId: env.GOOGLE_ID, clientSecret: env.GOOGLE_SECRET }));
  }
  if (env.OIDC_ISSUER && env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET) {
    offered.push(
      oidc(
        env.OIDC_ISSUER,
        env.OIDC_CLIENT_ID,
        env.OIDC_CLIENT_SECRET,
        env.OIDC_NAME || "Your school",
      ),
    );
  }
  return offered;
}

/** The providers that are offered, and what people call them. */
export const listProviders = (): { id: string; name: string }[] =>
  offeredProviders().map(({ id, name, options }) => ({ id, name: options?.name ?? name }));

/** The addresses that the offered providers name themselves by, with the providers' ids. */
export function offeredIssuers(env: Env = process.env): ReadonlyMap<string, string> {
  const own = { github: "https://github.com", google: "https://accounts.google.com" } as const;
  return new Map(
    offeredProviders(env).map(({ id }) => [
      own[id as keyof typeof own] ?? bare(env.OIDC_ISSUER ?? ""),
      id,
    ]),
  );
}

/** Whether whoever issues an identity is a provider that signs people in here now. */
export const isOffered = (issuer: string, env: Env = process.env): boolean =>
  offeredIssuers(env).has(bare(issuer));

const bare = (url: string) => url.replace(/\/$/, "");

/** What people call a provider, by its id; in general words where it is no longer offered. */
export const nameOfProvider = (wanted: string): string =>
  listProviders().find(({ id }) => id === wanted)?.name ?? "Your other account";

/** What people call whoever issues an identity, by the address that it names itself by. */
export function nameOfIssuer(issuer: string, env: Env = process.env): string {
  const known: Readonly<Record<string, string>> = {
    ...(env.OIDC_ISSUER ? { [bare(env.OIDC_ISSUER)]: env.OIDC_NAME || "Your school" } : {}),
    "https://github.com": "GitHub",
    "https://accounts.google.com": "Google",
  };
  return known[bare(issuer)] ?? bare(issuer).replace(/^https?:\/\//, "");
}

/** GitHub's profile carries any address its owner shows; the verified primary one comes from /user/emails. */
function github(clientId: string, clientSecret: string): OAuthConfig<GithubProfile> {
  return GitHub({
    clientId,
    clientSecret,
    userinfo: {
      url: "https://api.github.com/user",
      async request({ client, tokens }) {
        const token = String(tokens.access_token);
        const profile = await client.userinfo(token);
        const answer = await fetch("https://api.github.com/user/emails", {
          headers: { Authorization: `Bearer ${token}` },
        });
        const emails: GithubEmail[] = answer.ok ? await answer.json() : [];
        const email = emails.find((one) => one.primary && one.verified)?.email;
        return { ...profile, email, email_verified: email !== undefined };
      },
    },
  });
}

function oidc(
  issuer: string,
  clientId: string,
  clientSecret: string,
  name: string,
): OAuthConfig<OidcProfile> {
  return {
    id: "oidc",
    name,
    type: "oauth",
    wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    authorization: { params: { scope: "openid email profile" } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    clientId,
    clientSecret,
    profile: (profile) => ({
      id: profile.sub,
      name: profile.name ?? profile.preferred_username ?? "Learner",
      email: profile.email ?? null,
    }),
  };
}
