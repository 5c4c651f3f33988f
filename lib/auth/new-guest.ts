import "server-only";
import { cookies } from "next/headers";
import { db } from "@/lib/db/client";
import { findGuest, guestTokenOf } from "./guest";
import {
  guestCookieName,
  guestCookieOptions,
  isUnmarkedGuestToken,
  newGuestToken,
  sentGuestCookie,
} from "./guest-cookie";

/** Makes this browser another guest: whoever comes next on it gets numbers of their own. */
export async function beNewGuest(): Promise<void> {
  (await cookies()).set(guestCookieName(), newGuestToken(), guestCookieOptions());
}

/** Gives a browser whose cookie is none of ours, or no longer, a new one. A cookie of before they were marked keeps
 *  its guest, whose row it proves; without a row it proves nothing. */
export async function mendGuestCookie(): Promise<void> {
  const jar = await cookies();
  const sent = sentGuestCookie((name) => jar.get(name)?.value);
  if (sent && (await findGuest(sent)).status === "guest") return;
  const token = newGuestToken();
  if (sent && isUnmarkedGuestToken(sent)) {
    await db.user.updateMany({
      where: { guestToken: guestTokenOf(sent), guestEndedAt: null },
      data: { guestToken: guestTokenOf(token) },
    });
  }
  jar.set(guestCookieName(), token, guestCookieOptions());
}
