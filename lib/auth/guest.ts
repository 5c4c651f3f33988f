import "server-only";
import { createHash } from "node:crypto";
import { cookies } from "next/headers";
import { cache } from "react";
import { db } from "@/lib/db/client";
import { guestCookie } from "./guest-cookie";
import { sessionCookieName } from "./session";
import { getViewer, type Viewer, viewerOfToken } from "./viewer";

/** Who is learning: an account, or the guest of a browser. A guest has no row until they first answer. */
export interface Learner {
  readonly userId: string | null;
  /** What their numbers are drawn from, the same before and after the guest's row is made. */
  readonly seedKey: string;
  readonly viewer: Viewer | null;
}

/** What the database keeps of a guest cookie: its SHA-256, so that a copy of the table opens nothing. */
export const guestTokenOf = (cookie: string): string =>
  createHash("sha256").update(cookie).digest("hex");

const account = (viewer: Viewer): Learner & { userId: string } => ({
  userId: viewer.id,
  seedKey: `user:${viewer.id}`,
  viewer,
});

/** Who is learning on this page. Reading makes no rows. */
export const getLearner = cache(async (): Promise<Learner> => {
  const viewer = await getViewer();
  if (viewer) return account(viewer);
  const cookie = (await cookies()).get(guestCookie)?.value ?? "";
  const guestToken = guestTokenOf(cookie);
  const user = cookie
    ? await db.user.findUnique({ where: { guestToken }, select: { id: true } })
    : null;
  return { userId: user?.id ?? null, seedKey: `guest:${guestToken}`, viewer: null };
});

/** Who is answering, with a row to keep the answer by: a guest's is made here. Null when the browser sent neither
 *  a session nor a guest cookie. For route handlers. */
export async function ensureLearner(
  request: Request,
): Promise<(Learner & { userId: string }) | null> {
  const sent = readCookies(request.headers.get("cookie") ?? "");
  const viewer = await viewerOfToken(sent.get(sessionCookieName()));
  if (viewer) return account(viewer);
  const cookie = sent.get(guestCookie);
  if (!cookie) return null;
  const guestToken = guestTokenOf(cookie);
  await db.user.createMany({ data: [{ name: "Guest", guestToken }], skipDuplicates: true });
  const { id } = await db.user.findUniqueOrThrow({ where: { guestToken }, select: { id: true } });
  return { userId: id, seedKey: `guest:${guestToken}`, viewer: null };
}

/** The guest row of this browser, if it has answered anything. */
export async function findGuestId(): Promise<string | null> {
  const cookie = (await cookies()).get(guestCookie)?.value;
  if (!cookie) return null;
  const where = { guestToken: guestTokenOf(cookie) };
  return (await db.user.findUnique({ where, select: { id: true } }))?.id ?? null;
}

function readCookies(header: string): Map<string, string> {
  const pairs = header.split(";").map((pair): [string, string] => {
    const [name = "", ...value] = pair.split("=");
    return [name.trim(), value.join("=").trim()];
  });
  return new Map(pairs);
}
