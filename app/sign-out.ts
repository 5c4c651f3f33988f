"use server";

import { redirect } from "next/navigation";
import { endSessionsOf } from "@/lib/auth/session";
import { getViewer } from "@/lib/auth/viewer";
import { signOutHere } from "@/lib/course/sign-in-here";

/** Ends the session of this browser. */
export async function signOut(): Promise<void> {
  await signOutHere();
  redirect("/");
}

/** Ends every session of whoever is signed in here, on all devices. */
export async function signOutEverywhere(): Promise<void> {
  const viewer = await getViewer();
  if (viewer) await endSessionsOf(viewer.id);
  await signOutHere();
  redirect("/");
}
