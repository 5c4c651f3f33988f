"use server";

import { redirect } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { formIn } from "@/lib/auth/forms";
import { countCode, inMinutes } from "@/lib/auth/rate-limit";
import { joinByCode } from "@/lib/cohort/join";
import { createSection } from "@/lib/cohort/settings";
import { isId } from "@/lib/db/id";
import { type FilledForm, refusedForm, textIn } from "@/lib/ui/filled-form";
import { settingsIn } from "./settings-in";

/** Makes a section and goes on to its people. */
export async function makeSection(
  _: FilledForm<string>,
  sent: FormData,
): Promise<FilledForm<string>> {
  const form = formIn(sent);
  const viewer = await enter("action /sections/actions makeSection", {});
  const read = settingsIn(form);
  if ("refusal" in read) return read.refusal;
  const course = textIn(form, "course");
  const id = isId(course) ? await createSection(viewer.id, course, read.settings) : null;
  if (!id)
    return refusedForm(form, ["name", "startsOn", "endsOn", "timeZone", "lateDays"], {
      course: "Choose a course from the list.",
    });
  redirect(`/sections/${id}/people`);
}

/** Joins the section whose code was typed, and goes on to it. */
export async function joinSection(
  _: FilledForm<string>,
  sent: FormData,
): Promise<FilledForm<string>> {
  const form = formIn(sent);
  const viewer = await enter("action /sections/actions joinSection", {});
  const wait = await countCode(viewer.id);
  if (wait)
    return refusedForm(form, ["code"], {
      code: `That’s a lot of codes. Try again in ${inMinutes(wait)}.`,
    });
  const joined = await joinByCode(viewer.id, textIn(form, "code"));
  if (joined.status === "no-section") return refusedForm(form, ["code"], { code: noSection });
  if (joined.status === "removed") return refusedForm(form, ["code"], { code: wasRemoved });
  redirect("/sections");
}

const noSection =
  "No section has this code. Codes are eight letters and digits; ask your instructor for the current one.";
const wasRemoved =
  "An instructor took you out of this section. Ask them to let you back in; your work is kept.";
