import type { NextRequest, NextResponse } from "next/server";
import {
  guestCookieName,
  guestCookieOptions,
  isGuestToken,
  isUnmarkedGuestToken,
  newGuestToken,
  sentGuestCookie,
} from "./guest-cookie";

/** Makes a browser without a guest cookie of ours a new guest, so that a visitor's numbers stay theirs before they sign in:
 *  puts the cookie into the request, for the page, and gives what puts it into the response. Whether an unmarked cookie
 *  is a guest's takes the database, so the page asks that (see getLearner). */
export function giveGuest(request: NextRequest): (response: NextResponse) => void {
  const sent = sentGuestCookie((name) => request.cookies.get(name)?.value);
  if (sent && (isGuestToken(sent) || isUnmarkedGuestToken(sent))) return () => {};
  const [name, token] = [guestCookieName(), newGuestToken()];
  request.cookies.set(name, token);
  return (response) => response.cookies.set(name, token, guestCookieOptions());
}
