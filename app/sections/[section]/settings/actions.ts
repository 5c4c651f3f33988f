"use server";

import { revalidatePath } from "next/cache";
import { enter } from "@/lib/access/enter";
import { settleSection } from "@/lib/assessment/settle-section";
import { formIn } from "@/lib/auth/forms";
import { changeJoinCode, changeSettings } from "@/lib/cohort/settings";
import { type FilledForm, textIn } from "@/lib/ui/filled-form";
import { settingsIn } from "../../settings-in";

/** Keeps a section's settings. */
export async function saveSettings(
  _: FilledForm<string>,
  sent: FormData,
): Promise<FilledForm<string>> {
  const form = formIn(sent);
  const section = textIn(form, "section");
  const viewer = await enter("action /sections/[section]/settings/actions saveSettings", {
    section,
  });
  const read = settingsIn(form);
  if ("refusal" in read) return read.refusal;
  const { changed } = await changeSettings(viewer.id, section, read.settings);
  if (changed.includes("timeZone")) await settleSection(section);
  revalidatePath(`/sections/${section}/settings`);
  return { values: {}, errors: {}, done: "Saved." };
}

/** Makes a new code to join by, or closes the section to codes. */
export async function newCode(sent: FormData): Promise<void> {
  const form = formIn(sent);
  const section = textIn(form, "section");
  const viewer = await enter("action /sections/[section]/settings/actions newCode", { section });
  await changeJoinCode(viewer.id, section, textIn(form, "open") === "yes");
  revalidatePath(`/sections/${section}/settings`);
}
