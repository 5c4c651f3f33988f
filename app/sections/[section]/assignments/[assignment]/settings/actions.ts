"use server";

import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { assignmentFieldNames, readSettings } from "@/lib/assessment/setting/assignment-form";
import { findStaffAssignment } from "@/lib/assessment/setting/assignments";
import { changeAssignment } from "@/lib/assessment/setting/change-settings";
import { reasonText } from "@/lib/assessment/setting/reason";
import { formIn } from "@/lib/auth/forms";
import { textIn } from "@/lib/ui/filled-form";
import type { ChangeForm } from "../change-state";
import { previewOf } from "../preview-of";

/** Changes an assignment's dates and rules, once they can be read and, where students have begun, were agreed to. */
export async function saveAssignment(before: ChangeForm, sent: FormData): Promise<ChangeForm> {
  const form = formIn(sent);
  const place = { section: textIn(form, "section"), assignment: textIn(form, "assignment") };
  const viewer = await enter(
    "action /sections/[section]/assignments/[assignment]/settings/actions saveAssignment",
    place,
  );
  const assignment = (await findStaffAssignment(place.assignment)) ?? notFound();
  const names = [...assignmentFieldNames, "reason"];
  const values = Object.fromEntries(names.map((name) => [name, textIn(form, name)]));
  const turn = (Number(before?.turn) || 0) + 1;
  const { timeZone: zone, settings: kept } = assignment;
  const categories = assignment.categories.map(({ id }) => id);
  const read = readSettings(values, { zone, categories, kept });
  if (read.status === "refused") return { values, errors: read.errors, turn };
  const reason = reasonText.safeParse(values.reason);
  const agrees = textIn(form, "do") === "agree";
  const agreed =
    agrees && reason.success ? { hash: textIn(form, "hash"), reason: reason.data } : null;
  const outcome = await changeAssignment(viewer.id, place.assignment, read.settings, agreed);
  if (outcome.status === "gone") notFound();
  if (outcome.status === "refused") return { values, errors: outcome.errors, turn };
  if (outcome.status === "to-agree") {
    const preview = previewOf(outcome.plan, zone);
    const why = agrees ? reason.error?.issues[0]?.message : undefined;
    const errors = why ? { reason: why } : agrees ? { form: nowOther } : {};
    return { values, errors, preview, turn };
  }
  revalidatePath(`/sections/${place.section}/assignments/${place.assignment}/settings`);
  return { values: {}, errors: {}, done: ["Saved.", ...read.notes].join(" "), turn };
}

const nowOther =
  "Nothing was changed yet: things have moved on, and the change would no longer do what you saw. Look at it again.";
