"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { enter } from "@/lib/access/enter";
import { applyRegrade, dropRegrade, planRegrade } from "@/lib/assessment/regrade/regrade";
import { formIn } from "@/lib/auth/forms";
import { isId } from "@/lib/db/id";
import { type FilledForm, firstErrors, refusedForm, textIn } from "@/lib/ui/filled-form";

/** Begins to work a regrade out, and leads to its page. */
export async function plan(sent: FormData): Promise<void> {
  const form = formIn(sent);
  const section = textIn(form, "section");
  const { id: actorId } = await enter("action /sections/[section]/regrade/actions plan", {
    section,
  });
  const exerciseId = textIn(form, "exercise");
  const variant = textIn(form, "variant");
  const voids =
    textIn(form, "do") === "void" ? { variantId: isId(variant) ? variant : null } : undefined;
  const of = { actorId, sectionId: section, exerciseId, voids };
  const id = isId(exerciseId) ? await planRegrade(of) : null;
  redirect(`/sections/${section}/regrade${id ? `/${id}` : ""}`);
}

const choiceForm = z.object({
  regrade: z.uuid(),
  treatment: z.enum(["void", "excuse", "keep"]),
  policy: z.enum(["keep-higher", "apply"]),
  reason: z
    .string()
    .trim()
    .min(1, "Say what was wrong: students read it beside their points.")
    .max(500, "Please use at most 500 characters."),
});

/** Applies a regrade as chosen. */
export async function apply(_: FilledForm<string>, sent: FormData): Promise<FilledForm<string>> {
  const form = formIn(sent);
  const section = textIn(form, "section");
  const { id: actorId } = await enter("action /sections/[section]/regrade/actions apply", {
    section,
  });
  const parsed = choiceForm.safeParse(Object.fromEntries(form));
  const fields = ["treatment", "policy", "reason"];
  if (!parsed.success) return refusedForm(form, fields, firstErrors(parsed.error));
  const { regrade, treatment, policy, reason } = parsed.data;
  const choice = { treatment, reason, keepsHigher: policy === "keep-higher" };
  if (!(await applyRegrade(actorId, section, regrade, choice)))
    return refusedForm(form, fields, { form: notWaiting });
  redirect(`/sections/${section}/regrade/${regrade}`);
}

const notWaiting =
  "This regrade was applied or dropped in the meantime, so nothing was changed. Reload the page to see what happened.";

/** Drops a regrade that was not applied. */
export async function drop(sent: FormData): Promise<void> {
  const form = formIn(sent);
  const section = textIn(form, "section");
  await enter("action /sections/[section]/regrade/actions drop", { section });
  const regrade = textIn(form, "regrade");
  if (isId(regrade)) await dropRegrade(section, regrade);
  redirect(`/sections/${section}/regrade`);
}
