import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { db } from "@/lib/db/client";
import { cookieOptions, secureCookies, sessionCookieName } from "./session";
import { getViewer, type Viewer, viewerOfToken } from "./viewer";

export const guestCookie = "guest";
const oneYear = 365 * 24 * 60 * 60;

/** What the database keeps of a guest cookie: its SHA-256, so that a copy of the table opens nothing. */
export const guestTokenOf = (cookie: string): string =>
  createHash("sha256").update(cookie).digest("hex");

/** The guest a cookie belongs to; null when it belongs to none. */
export async function findGuest(cookie: string | undefined): Promise<Viewer | null> {
  if (!cookie) return null;
  const user = await db.user.findUnique({
    where: { guestToken: guestTokenOf(cookie) },
    select: { id: true, name: true },
  });
  return user && { ...user, email: null, role: "student", guest: true };
}

/** Who is learning on this page: the account signed in, else the guest of this browser, else null. */
export async function findLearner(): Promise<Viewer | null> {
  return (await getViewer()) ?? findGuest((await cookies()).get(guestCookie)?.value);
}

/** Who is answering: as findLearner, but a newcomer gets a guest row and the Set-Cookie header that goes
 *  with it. For route handlers; call it on POST alone, so that reading makes no rows. */
export async function ensureLearner(
  request: Request,
): Promise<{ learner: Viewer; setCookie?: string }> {
  const sent = readCookies(request.headers.get("cookie") ?? "");
  const known =
    (await viewerOfToken(sent.get(sessionCookieName()))) ?? (await findGuest(sent.get(guestCookie)));
  if (known) return { learner: known };
  const token = randomBytes(16).toString("hex");
  const { id, name } = await db.user.create({
    data: { name: "Guest", role: "student", guestToken: guestTokenOf(token) },
    select: { id: true, name: true },
  });
  return {
    learner: { id, name, email: null, role: "student", guest: true },
    setCookie: serialise(token),
  };
}

/** The options of the guest cookie, for next's cookie store. */
export const guestCookieOptions = () => ({ ...cookieOptions(), maxAge: oneYear });

function serialise(token: string): string {
  const secure = secureCookies() ? "; Secure" : "";
  return `${guestCookie}=${token}; Path=/; Max-Age=${oneYear}; HttpOnly; SameSite=Lax${secure}`;
}

function readCookies(header: string): Map<string, string> {
  const pairs = header.split(";").map((pair): [string, string] => {
    const [name = "", ...value] = pair.split("=");
    return [name.trim(), value.join("=").trim()];
  });
  return new Map(pairs);
}
