import "server-only";
import { createHash } from "node:crypto";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { db } from "@/lib/db/client";
import { isGuestToken, sentGuestCookie } from "./guest-cookie";
import { getViewer, type Viewer } from "./viewer";

/** Who is learning: an account, or the guest of a browser. A guest has no row until they first type an answer. */
export interface Learner {
  readonly userId: string | null;
  /** What their numbers are drawn from, the same before and after the guest's row is made. */
  readonly seedKey: string;
  readonly viewer: Viewer | null;
  /** Where a guest sends from. An account's address says nothing: a campus shares one. */
  readonly address?: string;
  /** Whether they write decimals with a comma. */
  readonly decimalComma?: boolean;
}

/** What the database keeps of a guest cookie: its SHA-256, so that a copy of the table opens nothing. */
export const guestTokenOf = (cookie: string): string =>
  createHash("sha256").update(cookie).digest("hex");

export const accountLearner = (viewer: Viewer): Learner & { userId: string } => ({
  userId: viewer.id,
  seedKey: `user:${viewer.id}`,
  viewer,
  decimalComma: viewer.decimalComma,
});

/** The guest whose cookie this is; `ended` for a cookie that is none of ours, or no longer. */
export type Guest =
  | { readonly status: "guest"; readonly userId: string | null; readonly guestToken: string }
  | { readonly status: "ended" };

export async function findGuest(cookie: string): Promise<Guest> {
  if (!isGuestToken(cookie)) return { status: "ended" };
  const guestToken = guestTokenOf(cookie);
  const select = { id: true, guestEndedAt: true };
  const user = await db.user.findUnique({ where: { guestToken }, select });
  if (user?.guestEndedAt) return { status: "ended" };
  return { status: "guest", userId: user?.id ?? null, guestToken };
}

/** Who is learning on this page. Reading makes no rows. A guest who ended is led to a new cookie, and back. */
export const getLearner = cache(async (): Promise<Learner> => {
  const viewer = await getViewer();
  if (viewer) return accountLearner(viewer);
  const jar = await cookies();
  const cookie = sentGuestCookie((name) => jar.get(name)?.value);
  if (!cookie) return { userId: null, seedKey: "no cookie", viewer: null };
  const guest = await findGuest(cookie);
  if (guest.status === "ended") return redirect(await newGuestPath());
  return { userId: guest.userId, seedKey: `guest:${guest.guestToken}`, viewer: null };
});

async function newGuestPath(): Promise<string> {
  const here = (await headers()).get("x-path") ?? "/";
  return `/api/guest?next=${encodeURIComponent(here)}`;
}

/** The guest row of this browser, if it has answered anything and has not ended. */
export async function findGuestId(): Promise<string | null> {
  const jar = await cookies();
  const cookie = sentGuestCookie((name) => jar.get(name)?.value);
  const guest = cookie ? await findGuest(cookie) : null;
  return guest?.status === "guest" ? guest.userId : null;
}
