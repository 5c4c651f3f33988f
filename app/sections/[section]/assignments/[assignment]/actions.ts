"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { enter } from "@/lib/access/enter";
import {
  type Published,
  publishAssignment,
  removeAssignment,
  unpublishAssignment,
} from "@/lib/assessment/setting/publish";
import { formIn } from "@/lib/auth/forms";
import { type FilledForm, textIn } from "@/lib/ui/filled-form";

const acts = {
  publish: publishAssignment,
  unpublish: unpublishAssignment,
  remove: removeAssignment,
} as const;

/** Publishes an assignment, makes it a draft again, or removes a draft. */
export async function changeState(
  _: FilledForm<string>,
  sent: FormData,
): Promise<FilledForm<string>> {
  const form = formIn(sent);
  const place = { section: textIn(form, "section"), assignment: textIn(form, "assignment") };
  const viewer = await enter(
    "action /sections/[section]/assignments/[assignment]/actions changeState",
    place,
  );
  const wanted = textIn(form, "do");
  if (!isAct(wanted)) return { values: {}, errors: { form: "Press one of the buttons." } };
  const { status } = await acts[wanted](viewer.id, place.assignment);
  if (status !== "done") return { values: {}, errors: { form: refusals[status] } };
  if (wanted === "remove") redirect(`/sections/${place.section}/assignments`);
  revalidatePath(`/sections/${place.section}/assignments/${place.assignment}`);
  return { values: {}, errors: {}, done: wanted === "publish" ? "Published." : "A draft again." };
}

const isAct = (text: string): text is keyof typeof acts => Object.hasOwn(acts, text);

const refusals: Readonly<Record<Exclude<Published["status"], "done">, string>> = {
  gone: "This assignment is gone. Someone else removed it.",
  empty: "It has no exercises yet. Choose some, then publish it.",
  over: "It would be closed already. Move its dates, then publish it.",
  begun: "Students have begun it, so it stays. You can move its dates, or excuse them from it.",
};
