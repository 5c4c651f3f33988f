"use server";

import { revalidatePath } from "next/cache";
import { enter } from "@/lib/access/enter";
import { formIn } from "@/lib/auth/forms";
import { type FilledForm, textIn } from "@/lib/ui/filled-form";
import { keepMark } from "./keep-mark";

const placeIn = (form: FormData) => ({
  section: textIn(form, "section"),
  student: textIn(form, "student"),
  assignment: textIn(form, "assignment"),
});

/** Keeps what staff say of a student's whole work on an assignment. */
export async function markWork(_: FilledForm<string>, sent: FormData): Promise<FilledForm<string>> {
  const form = formIn(sent);
  const place = placeIn(form);
  const viewer = await enter(
    "action /sections/[section]/gradebook/[student]/[assignment]/actions markWork",
    place,
  );
  const state = await keepMark(viewer.id, place, null, form);
  revalidatePath(`/sections/${place.section}/gradebook/${place.student}/${place.assignment}`);
  return state;
}

/** The same of one exercise in it. */
export async function markExercise(
  _: FilledForm<string>,
  sent: FormData,
): Promise<FilledForm<string>> {
  const form = formIn(sent);
  const place = placeIn(form);
  const assigned = textIn(form, "assigned");
  const viewer = await enter(
    "action /sections/[section]/gradebook/[student]/[assignment]/actions markExercise",
    place,
  );
  const state = await keepMark(viewer.id, place, assigned, form);
  revalidatePath(
    `/sections/${place.section}/gradebook/${place.student}/${place.assignment}/${assigned}`,
  );
  return state;
}
