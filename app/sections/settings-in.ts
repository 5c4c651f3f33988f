import { type Settings, settingsForm } from "@/lib/cohort/settings";
import { type FilledForm, firstErrors, refusedForm, textIn } from "@/lib/ui/filled-form";

/** The fields that keep what was typed into them. */
const fields = ["course", "name", "startsOn", "endsOn", "timeZone", "lateDays"];

type Read = { readonly settings: Settings } | { readonly refusal: FilledForm<string> };

/** The settings that a form holds. A lesson that is not ticked is left out; a form without lessons leaves out none. */
export function settingsIn(form: FormData): Read {
  const taken = new Set(form.getAll("lesson"));
  const parsed = settingsForm.safeParse({
    name: textIn(form, "name"),
    startsOn: textIn(form, "startsOn"),
    endsOn: textIn(form, "endsOn"),
    timeZone: textIn(form, "timeZone"),
    lateDays: textIn(form, "lateDays"),
    leavesOut: form.getAll("offered").filter((id) => !taken.has(id)),
  });
  return parsed.success
    ? { settings: parsed.data }
    : { refusal: refusedForm(form, fields, firstErrors(parsed.error)) };
}
