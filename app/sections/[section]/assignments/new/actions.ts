"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { enter } from "@/lib/access/enter";
import { assignmentTitle } from "@/lib/assessment/setting/assignment-form";
import { createAssignment } from "@/lib/assessment/setting/assignments";
import { formIn } from "@/lib/auth/forms";
import { type FilledForm, firstErrors, refusedForm, textIn } from "@/lib/ui/filled-form";

const newForm = z.object({ title: assignmentTitle, kind: z.enum(["homework", "exam"]) });

/** Makes an assignment, and goes on to choosing its exercises. */
export async function makeAssignment(
  _: FilledForm<string>,
  sent: FormData,
): Promise<FilledForm<string>> {
  const form = formIn(sent);
  const section = textIn(form, "section");
  const viewer = await enter("action /sections/[section]/assignments/new/actions makeAssignment", {
    section,
  });
  const parsed = newForm.safeParse({ title: textIn(form, "title"), kind: textIn(form, "kind") });
  if (!parsed.success) return refusedForm(form, ["title", "kind"], firstErrors(parsed.error));
  const id = await createAssignment(viewer.id, section, parsed.data);
  redirect(`/sections/${section}/assignments/${id}/exercises`);
}
