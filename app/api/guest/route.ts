import type { NextRequest } from "next/server";
import { mendGuestCookie } from "@/lib/auth/new-guest";
import { safeNext } from "@/lib/auth/next-path";

/** Where a page leads a browser whose guest cookie opens nothing: gives it another, and leads it back. */
export async function GET(request: NextRequest): Promise<Response> {
  await mendGuestCookie();
  const Location = safeNext(request.nextUrl.searchParams.get("next"));
  return new Response(null, { status: 303, headers: { Location } });
}
