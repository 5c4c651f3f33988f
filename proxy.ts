import { type NextRequest, NextResponse } from "next/server";
import { giveGuest } from "@/lib/auth/give-guest";

/** Gives each browser a guest cookie with its first page, and tells pages their own path, so that signing in can lead
 *  back. */
export function proxy(request: NextRequest): NextResponse {
  const setGuest = giveGuest(request);
  const headers = new Headers(request.headers);
  headers.set("x-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = NextResponse.next({ request: { headers } });
  setGuest(response);
  return response;
}

/** Pages alone: an answer sent without a cookie has no page it could have come from. */
export const config = { matcher: ["/((?!api/|_next/|.*\\.[a-z0-9]+$).*)"] };
