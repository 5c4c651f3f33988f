import { type NextRequest, NextResponse } from "next/server";
import { guestCookie, guestCookieSeconds } from "@/lib/auth/guest-cookie";

/** Gives each browser a guest cookie with its first page, so that a visitor's numbers stay theirs before they sign
 *  in, and tells pages their own path, so that signing in can lead back. */
export function proxy(request: NextRequest): NextResponse {
  const fresh = request.cookies.has(guestCookie) ? null : crypto.randomUUID();
  if (fresh) request.cookies.set(guestCookie, fresh);
  const headers = new Headers(request.headers);
  headers.set("x-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = NextResponse.next({ request: { headers } });
  if (fresh) {
    response.cookies.set(guestCookie, fresh, {
      httpOnly: true,
      sameSite: "lax",
      path: "/",
      maxAge: guestCookieSeconds,
      secure: process.env.NEXTAUTH_URL?.startsWith("https://") ?? false,
    });
  }
  return response;
}

/** Pages alone: an answer sent without a cookie has no page it could have come from. */
export const config = { matcher: ["/((?!api/|_next/|.*\\.[a-z0-9]+$).*)"] };
