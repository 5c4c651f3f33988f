import { type NextRequest, NextResponse } from "next/server";
import { newNonce, pagePolicy } from "@/lib/access/page-policy";
import { refusalOf } from "@/lib/access/refuse-request";
import { giveGuest } from "@/lib/auth/give-guest";

/** Refuses what no page can answer; says which scripts are the page's own; gives each browser a guest cookie with its
 *  first page; and tells pages their own path, so that signing in can lead back. */
export async function proxy(request: NextRequest): Promise<Response> {
  const refusal = await refusalOf(request);
  if (refusal) return refusal;
  const setGuest = giveGuest(request);
  const headers = new Headers(request.headers);
  headers.set("x-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  // Next reads the nonce from here and puts it on every script it writes.
  const policy = pagePolicy(newNonce());
  headers.set("Content-Security-Policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  setGuest(response);
  return response;
}

/** Pages, among them the one for addresses where nothing is; neither the API nor files, which a cache may keep for
 *  everyone. */
export const config = { matcher: ["/((?!api/|_next/|files/|icon.svg$).*)"] };
