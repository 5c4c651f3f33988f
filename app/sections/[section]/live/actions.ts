"use server";

import { notFound, redirect } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { formIn } from "@/lib/auth/forms";
import { startLive, stopLive } from "@/lib/cohort/live/session";
import { textIn } from "@/lib/ui/filled-form";

/** Opens an exercise to the section. */
export async function start(sent: FormData): Promise<void> {
  const form = formIn(sent);
  const section = textIn(form, "section");
  await enter("action /sections/[section]/live/actions start", { section });
  if (!(await startLive(section, textIn(form, "exercise")))) notFound();
  redirect(`/sections/${section}/live`);
}

/** Closes it. What was answered stays on the page. */
export async function stop(sent: FormData): Promise<void> {
  const section = textIn(formIn(sent), "section");
  await enter("action /sections/[section]/live/actions stop", { section });
  const id = await stopLive(section);
  redirect(`/sections/${section}/live${id ? `?session=${id}` : ""}`);
}
