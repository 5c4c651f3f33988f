"use server";

import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { findStaffAssignment } from "@/lib/assessment/setting/assignments";
import { extensionFieldNames, readExtension } from "@/lib/assessment/setting/extension-form";
import { endExtension, giveExtension as give } from "@/lib/assessment/setting/extensions";
import { reasonText } from "@/lib/assessment/setting/reason";
import { formIn } from "@/lib/auth/forms";
import { type FilledForm, refusedForm, textIn } from "@/lib/ui/filled-form";
import type { ChangeForm } from "../change-state";

/** Gives a student or a group more time or more attempts. */
export async function giveExtension(before: ChangeForm, sent: FormData): Promise<ChangeForm> {
  const form = formIn(sent);
  const place = { section: textIn(form, "section"), assignment: textIn(form, "assignment") };
  const viewer = await enter(
    "action /sections/[section]/assignments/[assignment]/extensions/actions giveExtension",
    place,
  );
  const turn = (Number(before?.turn) || 0) + 1;
  const values = Object.fromEntries(extensionFieldNames.map((name) => [name, textIn(form, name)]));
  const { settings, timeZone: zone } = (await findStaffAssignment(place.assignment)) ?? notFound();
  const read = readExtension(values, { zone, ...settings });
  if (read.status === "refused") return { values, errors: read.errors, turn };
  const { status } = await give(viewer.id, place.assignment, read.extension);
  if (status === "gone") notFound();
  if (status === "nobody") return { values, errors: { to: nobody }, turn };
  revalidatePath(pathOf(place));
  return { values: {}, errors: {}, done: ["Given.", ...read.notes].join(" "), turn };
}

const nobody = "They are no longer in this section. Reload the page to see who is.";

/** Takes an extension back. */
export async function takeBack(_: FilledForm<string>, sent: FormData): Promise<FilledForm<string>> {
  const form = formIn(sent);
  const place = { section: textIn(form, "section"), assignment: textIn(form, "assignment") };
  const viewer = await enter(
    "action /sections/[section]/assignments/[assignment]/extensions/actions takeBack",
    place,
  );
  const reason = reasonText.safeParse(textIn(form, "reason"));
  if (!reason.success)
    return refusedForm(form, ["reason"], { reason: reason.error.issues[0]!.message });
  const id = textIn(form, "extension");
  const { status } = await endExtension(viewer.id, place.assignment, id, reason.data);
  revalidatePath(pathOf(place));
  if (status !== "done") return { values: {}, errors: { form: "It has already been taken back." } };
  return { values: {}, errors: {}, done: "Taken back." };
}

const pathOf = ({ section, assignment }: { section: string; assignment: string }) =>
  `/sections/${section}/assignments/${assignment}/extensions`;
