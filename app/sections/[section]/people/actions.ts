"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { enter, may } from "@/lib/access/enter";
import { settleSection } from "@/lib/assessment/settle-section";
import { formIn } from "@/lib/auth/forms";
import { plainName } from "@/lib/auth/plain-name";
import { type PeopleOutcome, removePerson, restorePerson } from "@/lib/cohort/change-place";
import { savePerson } from "@/lib/cohort/save-person";
import { type FilledForm, firstErrors, refusedForm, textIn } from "@/lib/ui/filled-form";

const fields = ["role", "campusId", "group", "timeFactor", "reason"];

const personForm = z.object({
  person: z.uuid(),
  role: z.enum(["student", "assistant", "instructor"]).optional(),
  campusId: z.string().trim().max(64, "Please use at most 64 characters.").default(""),
  group: z
    .string()
    .transform(plainName)
    .pipe(z.string().max(100, "Please use at most 100 characters."))
    .default(""),
  timeFactor: z
    .string()
    .transform((text) => Number(text.trim().replace(",", ".") || "1"))
    .refine(
      (factor) => factor >= 1 && factor <= 5,
      "Write a number from 1 to 5, such as 1.5 for time and a half.",
    )
    .default(1),
  to: z.union([z.uuid(), z.literal("")]).default(""),
  reason: z.string().max(500).default(""),
  do: z.enum(["save", "remove", "restore"]),
});

/** Changes somebody's place in a section, removes them or takes them back. */
export async function changePerson(
  _: FilledForm<string>,
  sent: FormData,
): Promise<FilledForm<string>> {
  const form = formIn(sent);
  const section = textIn(form, "section");
  const door = "action /sections/[section]/people/actions changePerson";
  const viewer = await enter("action /sections/[section]/people/actions changePerson", { section });
  const parsed = personForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refusedForm(form, fields, firstErrors(parsed.error));
  const { person, role, campusId, group, timeFactor, to, reason, do: wanted } = parsed.data;
  if (to && !(await may(viewer, door, { section: to })))
    return refusedForm(form, fields, { form: notYours });
  const change = {
    actorId: viewer.id,
    sectionId: section,
    personId: person,
    reason: reason.trim() || undefined,
  };
  const outcome =
    wanted === "remove"
      ? await removePerson(change)
      : wanted === "restore"
        ? await restorePerson(change)
        : await savePerson(change, {
            role,
            campusId: campusId || null,
            group: group || null,
            timeFactor,
            to: to || null,
          });
  if (wanted === "save" && outcome.status === "done") await settleSection(section, person);
  revalidatePath(`/sections/${section}/people`);
  if (outcome.status !== "done") return refusedForm(form, fields, { form: saidOf[outcome.status] });
  return { values: {}, errors: {}, done: doneWords[wanted] };
}

const notYours = "You don’t teach that section, so you can’t move anyone there.";

const saidOf: Readonly<Record<Exclude<PeopleOutcome["status"], "done">, string>> = {
  gone: "They are no longer in this section, so nothing was changed. Reload the page to see who is.",
  "other-course":
    "Students can only move between sections of the same course, so nobody was moved.",
  "last-instructor":
    "A section keeps at least one instructor. Make someone else an instructor first.",
};

const doneWords = { save: "Saved.", remove: "Removed. Their work is kept.", restore: "Back in." };
