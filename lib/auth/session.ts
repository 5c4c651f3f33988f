import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { db, pool } from "@/lib/db/client";
import { cookieOptions } from "./cookies";
import { openSession } from "./open-session";
import { serverSecret } from "./secret";

export { sessionCookieName } from "./open-session";

/** Thirty days. */
export const sessionSeconds = 30 * 24 * 60 * 60;

export const sessionCookieOptions = () => ({ ...cookieOptions(), maxAge: sessionSeconds });

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

/** What a session token says: who, under which password, and which session it is. */
export interface SessionClaims {
  readonly sub: string;
  readonly mark: string;
  readonly sid: string;
}

/** Begins a session of this account, and gives what its token says. Those that ran out are cleared away with it. */
export async function beginSession({ id, passwordHash }: Account): Promise<SessionClaims> {
  const { rows } = await pool.query<{ id: string }>({
    name: "begin-session",
    text: `
      with gone as (
        delete from session where user_id = $2 and created_at < now() - $3 * interval '1 second'
      )
      insert into session (id, user_id) values ($1, $2) returning id`,
    values: [randomUUID(), id, sessionSeconds],
  });
  return { sub: id, mark: passwordMark(passwordHash), sid: rows[0]!.id };
}

/** Begins a session of this account, and gives its encrypted token. */
export async function sealSession(account: Account): Promise<string> {
  const token = { ...(await beginSession(account)) };
  return encode({ token, secret: serverSecret(), maxAge: sessionSeconds });
}

/** Ends the session that this token is of, and with it every copy of the token. */
export async function endSession(token: string | undefined): Promise<void> {
  const session = await openSession(token);
  if (session) await db.session.deleteMany({ where: { id: session.id } });
}

/** Whether the session that this token is of began within so many minutes. */
export async function isFreshSession(token: string | undefined, minutes: number): Promise<boolean> {
  const session = await openSession(token);
  if (!session) return false;
  const createdAt = { gt: new Date(Date.now() - 60_000 * minutes) };
  return (await db.session.count({ where: { id: session.id, createdAt } })) > 0;
}

/** In how many browsers an account is signed in. */
export function countSessions(userId: string): Promise<number> {
  const createdAt = { gt: new Date(Date.now() - 1000 * sessionSeconds) };
  return db.session.count({ where: { userId, createdAt } });
}
