import { type NextRequest, NextResponse } from "next/server";
import { newNonce, pagePolicy } from "@/lib/access/page-policy";
import { refusalOf } from "@/lib/access/refuse-request";
import { guestCookie, guestCookieSeconds } from "@/lib/auth/guest-cookie";

/** Refuses what no page can answer; says which scripts are the page's own; gives each browser a guest cookie with its
 *  first page, so that a visitor's numbers stay theirs before they sign in; and tells pages their own path, so that
 *  signing in can lead back. */
export async function proxy(request: NextRequest): Promise<Response> {
  const refusal = await refusalOf(request);
  if (refusal) return refusal;
  const fresh = request.cookies.has(guestCookie) ? null : crypto.randomUUID();
  if (fresh) request.cookies.set(guestCookie, fresh);
  const headers = new Headers(request.headers);
  headers.set("x-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  // Next reads the nonce from here and puts it on every script it writes.
  const policy = pagePolicy(newNonce());
  headers.set("Content-Security-Policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
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

/** Pages, among them the one for addresses where nothing is; neither the API nor files. */
export const config = { matcher: ["/((?!api/|_next/|icon.svg$).*)"] };
