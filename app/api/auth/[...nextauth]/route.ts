import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { noteLinked } from "@/lib/account/ways-in";
import { leaveGuest } from "@/lib/answering/sign-in-here";
import { authOptions } from "@/lib/auth/options";

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

/** What signing in through a provider takes. next-auth has more to offer, for sessions above all: ours are begun, read and
 *  ended by lib/auth/session.ts alone. */
const used: readonly string[] = ["providers", "csrf", "signin", "callback", "error"];

/** Larger than any form that next-auth reads. */
const largest = 10_000;

/** Whether a request is sent as our sign-in buttons send theirs. next-auth throws at JSON that is none, and reads any
 *  body to its end. */
function isForm({ method, headers }: NextRequest): boolean {
  if (method !== "POST") return true;
  const type = headers.get("content-type") ?? "";
  const length = Number(headers.get("content-length") ?? Number.NaN);
  return type.startsWith("application/x-www-form-urlencoded") && length <= largest;
}

async function handle(request: NextRequest, context: Context): Promise<Response> {
  const [action = ""] = (await context.params).nextauth;
  if (!used.includes(action))
    return Response.json({ message: "There’s nothing here." }, { status: 404 });
  // next-auth throws at what it cannot put into a header again.
  if (/%(0\d|1[\da-f]|7f)/i.test(request.nextUrl.search))
    return Response.json(
      { message: "We couldn’t read this sign-in address. Go back and sign in again." },
      { status: 400 },
    );
  if (!isForm(request))
    return Response.json({ message: "We couldn’t read this form." }, { status: 400 });
  return NextAuth(authOptions({ onSignIn: leaveGuest, onLinked: noteLinked }))(request, context);
}

export { handle as GET, handle as POST };
