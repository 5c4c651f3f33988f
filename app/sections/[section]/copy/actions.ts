"use server";

import { redirect } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { copyTerm } from "@/lib/assessment/setting/copy-section";
import { formIn } from "@/lib/auth/forms";
import { copyForm } from "@/lib/cohort/copy-section";
import { type FilledForm, firstErrors, refusedForm } from "@/lib/ui/filled-form";

export type CopyFormState = FilledForm<"name" | "startsOn">;

/** Copies a section for a new term, and goes on to the copy. */
export async function copy(_: CopyFormState, sent: FormData): Promise<CopyFormState> {
  const form = formIn(sent);
  const section = String(form.get("section"));
  const viewer = await enter("action /sections/[section]/copy/actions copy", { section });
  const parsed = copyForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refusedForm(form, ["name", "startsOn"], firstErrors(parsed.error));
  redirect(`/sections/${await copyTerm(viewer.id, section, parsed.data)}`);
}
