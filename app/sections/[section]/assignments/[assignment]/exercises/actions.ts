"use server";

import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { findStaffAssignment } from "@/lib/assessment/setting/assignments";
import { changeItems } from "@/lib/assessment/setting/change-items";
import { readItems } from "@/lib/assessment/setting/items-form";
import { reasonText } from "@/lib/assessment/setting/reason";
import { formIn } from "@/lib/auth/forms";
import { textIn } from "@/lib/ui/filled-form";
import type { ChangeForm } from "../change-state";
import { previewOf } from "../preview-of";

/** Changes which exercises an assignment has, once that was agreed to where students have begun. */
export async function saveExercises(before: ChangeForm, sent: FormData): Promise<ChangeForm> {
  const form = formIn(sent);
  const place = { section: textIn(form, "section"), assignment: textIn(form, "assignment") };
  const viewer = await enter(
    "action /sections/[section]/assignments/[assignment]/exercises/actions saveExercises",
    place,
  );
  const turn = (Number(before?.turn) || 0) + 1;
  const values = { reason: textIn(form, "reason") };
  const read = readItems(textIn(form, "items"));
  if (read.status === "refused") return { values, errors: { items: read.message }, turn };
  const reason = reasonText.safeParse(values.reason);
  const agrees = textIn(form, "do") === "agree";
  const agreed =
    agrees && reason.success ? { hash: textIn(form, "hash"), reason: reason.data } : null;
  const outcome = await changeItems(viewer.id, place.assignment, read.items, agreed);
  if (outcome.status === "gone") notFound();
  if (outcome.status === "refused") return { values, errors: outcome.errors, turn };
  if (outcome.status === "to-agree") {
    const { timeZone } = (await findStaffAssignment(place.assignment)) ?? notFound();
    const why = agrees ? reason.error?.issues[0]?.message : undefined;
    const errors = why ? { reason: why } : agrees ? { items: nowOther } : {};
    return { values, errors, preview: previewOf(outcome.plan, timeZone), turn };
  }
  revalidatePath(`/sections/${place.section}/assignments/${place.assignment}/exercises`);
  return { values: {}, errors: {}, done: "Saved.", turn };
}

const nowOther =
  "Nothing was changed yet: things have moved on, and the change would no longer do what you saw. Look at it again.";
