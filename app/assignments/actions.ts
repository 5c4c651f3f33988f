"use server";

import { revalidatePath } from "next/cache";
import { enter } from "@/lib/access/enter";
import { renewCalendarAddress } from "@/lib/assessment/due/calendar";

/** Gives the viewer's calendar an address, and ends the one that it had. */
export async function newCalendarAddress(): Promise<void> {
  const viewer = await enter("action /assignments/actions newCalendarAddress", {});
  await renewCalendarAddress(viewer.id);
  revalidatePath("/assignments");
}
