"use server";

import { redirect } from "next/navigation";
import { endEverySession } from "@/lib/account/sign-out-everywhere";
import { signOutHere } from "@/lib/answering/sign-in-here";
import { getViewer } from "@/lib/auth/viewer";

/** Ends the session of this browser. */
export async function signOut(): Promise<void> {
  await signOutHere();
  redirect("/");
}

/** Ends every session of whoever is signed in here, on all devices. */
export async function signOutEverywhere(): Promise<void> {
  const viewer = await getViewer();
  if (viewer) await endEverySession(viewer.id);
  await signOutHere();
  redirect("/");
}
