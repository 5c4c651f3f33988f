"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { enter } from "@/lib/access/enter";
import { type ReportOutcome, reportExercise } from "@/lib/assessment/reports";
import { formIn } from "@/lib/auth/forms";
import { type FilledForm, firstErrors, refusedForm, textIn } from "@/lib/ui/filled-form";

const reportForm = z.object({
  assigned: z.uuid(),
  text: z
    .string()
    .trim()
    .min(1, "Say what you think is wrong, so that your instructor can look into it.")
    .max(2000, "Please use at most 2,000 characters."),
});

/** Keeps what a student says of how an exercise of theirs was judged. */
export async function report(_: FilledForm<string>, sent: FormData): Promise<FilledForm<string>> {
  const form = formIn(sent);
  const assignmentId = textIn(form, "assignment");
  const viewer = await enter("action /assignments/[assignment]/report-actions report", {
    assignment: assignmentId,
  });
  const parsed = reportForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refusedForm(form, ["text"], firstErrors(parsed.error));
  const { assigned: assignedId, text } = parsed.data;
  const outcome = await reportExercise(viewer.id, { assignmentId, assignedId, text });
  if (outcome !== "kept") return refusedForm(form, ["text"], { form: refusals[outcome] });
  revalidatePath(`/assignments/${assignmentId}`);
  return { values: {}, errors: {}, done: "Sent. The answer will be shown here." };
}

const refusals: Readonly<Record<Exclude<ReportOutcome, "kept">, string>> = {
  "nothing-sent": "You haven’t answered this exercise yet, so there’s nothing to report.",
  waits:
    "Your last report hasn’t been answered yet, so this one wasn’t sent. Wait for the answer first.",
};
