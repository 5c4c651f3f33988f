"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { enter } from "@/lib/access/enter";
import { readMark } from "@/lib/assessment/gradebook/read-mark";
import { answerReport, pointsOfReport } from "@/lib/assessment/reports";
import { formIn } from "@/lib/auth/forms";
import { type FilledForm, firstErrors, refusedForm, textIn } from "@/lib/ui/filled-form";

const answerForm = z.object({
  report: z.uuid(),
  reply: z
    .string()
    .trim()
    .min(1, "Write an answer: the student is waiting for one.")
    .max(2000, "Please use at most 2,000 characters."),
  mark: z.string().max(20, "Write points, such as 8.5, or a share, such as 85 %.").default(""),
});

/** Answers a student's report. */
export async function answer(_: FilledForm<string>, sent: FormData): Promise<FilledForm<string>> {
  const form = formIn(sent);
  const section = textIn(form, "section");
  const viewer = await enter("action /sections/[section]/reports/actions answer", { section });
  const fields = ["reply", "mark"];
  const parsed = answerForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refusedForm(form, fields, firstErrors(parsed.error));
  const { report, reply, mark: typed } = parsed.data;
  const possible = await pointsOfReport(section, report);
  if (possible === null) return refusedForm(form, fields, { form: answered });
  const mark = readMark(typed, possible);
  if (mark.status === "unreadable") return refusedForm(form, fields, { mark: mark.message });
  if (mark.status === "excused") return refusedForm(form, fields, { mark: excusing });
  const override = mark.status === "read" ? mark.share : null;
  if (!(await answerReport(viewer.id, section, report, { reply, override })))
    return refusedForm(form, fields, { form: answered });
  revalidatePath(`/sections/${section}/reports`);
  return { values: {}, errors: {} };
}

const answered =
  "Someone else has answered this report in the meantime, so nothing was changed. Reload the page to read what they wrote.";

const excusing = "To excuse the exercise, open the student’s work. Here, write points or nothing.";
