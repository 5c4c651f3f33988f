"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { sessionCookieName } from "@/lib/auth/session";

/** Ends the session of this browser. */
export async function signOut(): Promise<void> {
  (await cookies()).delete(sessionCookieName());
  redirect("/");
}
