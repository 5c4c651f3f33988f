import "server-only";
import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { serverSecret } from "./secret";

/** Thirty days. */
export const sessionSeconds = 30 * 24 * 60 * 60;

export const secureCookies = (): boolean =>
  Boolean(process.env.NEXTAUTH_URL?.startsWith("https://"));

/** next-auth's own name for the session cookie, so that its routes read what our forms write. */
export const sessionCookieName = (): string =>
  secureCookies() ? "__Secure-next-auth.session-token" : "next-auth.session-token";

export const cookieOptions = () => ({
  httpOnly: true,
  sameSite: "lax" as const,
  path: "/",
  secure: secureCookies(),
});

/** A mark of the password in force. Sessions carry it, so a changed or removed password ends them all. */
export function passwordMark(passwordHash: string | null): string {
  return createHash("sha256")
    .update(passwordHash ?? "")
    .digest("hex")
    .slice(0, 16);
}

interface Account {
  id: string;
  passwordHash: string | null;
}

/** What a session token says: who, and under which password. */
export function sessionClaims(account: Account): { sub: string; mark: string } {
  return { sub: account.id, mark: passwordMark(account.passwordHash) };
}

/** The encrypted token for a new session of this account. */
export function sealSession(account: Account): Promise<string> {
  return encode({ token: sessionClaims(account), secret: serverSecret(), maxAge: sessionSeconds });
}

interface Session {
  readonly userId: string;
  readonly mark: string;
}

/** Tokens opened within the last minute: deriving the key to open one costs as much as grading an answer does. Whether
 *  the session still holds is asked of the database all the same, with every request. */
const opened = new LRUCache<string, Session>({
  max: 10_000,
  ttl: 60_000,
  fetchMethod: decodeSession,
});

/** Who a session token belongs to; null when it is missing, forged, expired or not ours. */
export async function openSession(token: string | undefined): Promise<Session | null> {
  return (token && (await opened.fetch(token))) || null;
}

const claims = z.object({ sub: z.uuid(), mark: z.string() });

async function decodeSession(token: string): Promise<Session | undefined> {
  const said = await decode({ token, secret: serverSecret() }).catch(() => null);
  const { data } = claims.safeParse(said);
  return data && { userId: data.sub, mark: data.mark };
}
