import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/options";
import { claimGuestOfThisBrowser } from "@/lib/course/claim-guest";

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

/** next-auth throws at what it cannot put into a header again, and at a password in an address. */
async function handle(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  const isHostile = /%(0\d|1[\da-f]|7f)/i.test(request.nextUrl.search);
  const isPasswordRead = request.method === "GET" && nextauth.join("/") === "callback/credentials";
  if (isHostile || isPasswordRead) {
    return Response.json({ message: "This address signs nobody in." }, { status: 400 });
  }
  return NextAuth(authOptions(claimGuestOfThisBrowser))(request, context);
}

export { handle as GET, handle as POST };
