import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/options";
import { claimGuestOfThisBrowser } from "@/lib/course/claim-guest";

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

const handle = (request: NextRequest, context: Context): Promise<Response> =>
  NextAuth(authOptions(claimGuestOfThisBrowser))(request, context);

export { handle as GET, handle as POST };
