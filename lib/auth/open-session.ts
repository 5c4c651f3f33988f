import "server-only";
import { LRUCache } from "lru-cache";
import { decode } from "next-auth/jwt";
import { z } from "zod";
import { cookieName } from "./cookies";
import { serverSecret } from "./secret";

/** next-auth's own name for the session cookie, so that its routes set the one that our pages read. */
export const sessionCookieName = (): string => cookieName("next-auth.session-token");

interface Session {
  readonly id: string;
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

const claims = z.object({ sub: z.uuid(), mark: z.string(), sid: z.uuid() });

async function decodeSession(token: string): Promise<Session | undefined> {
  const said = await decode({ token, secret: serverSecret() }).catch(() => null);
  const { data } = claims.safeParse(said);
  return data && { id: data.sid, userId: data.sub, mark: data.mark };
}
