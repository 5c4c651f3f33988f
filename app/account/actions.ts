"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { enter } from "@/lib/access/enter";
import { askNewEmail } from "@/lib/account/email/change-email";
import { changePassword } from "@/lib/account/password";
import { changeName, saveDisplay } from "@/lib/account/profile";
import { proveOwner } from "@/lib/account/prove-owner";
import { signInHere } from "@/lib/answering/sign-in-here";
import { isCommonPassword, tooCommon } from "@/lib/auth/common-password";
import { emailForm, formIn, nameForm, newPasswordForm } from "@/lib/auth/forms";
import { inMinutes } from "@/lib/auth/rate-limit";
import { isTimeZone } from "@/lib/cohort/time-zone";
import { sendsMail } from "@/lib/mail/send-mail";
import { type FilledForm, firstErrors, refusedForm, textIn } from "@/lib/ui/filled-form";
import { proofErrors } from "./proof-errors";

type State = FilledForm<string>;

/** Gives the account another name. */
export async function saveName(_: State, sent: FormData): Promise<State> {
  const form = formIn(sent);
  const viewer = await enter("action /account/actions saveName", {});
  const parsed = nameForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refusedForm(form, ["name"], firstErrors(parsed.error));
  await changeName(viewer.id, parsed.data.name);
  redirect("/account?said=name");
}

const displayForm = z.object({
  timeZone: z.union([z.literal(""), z.string().refine(isTimeZone, "Choose one from the list.")]),
  decimals: z.enum(["point", "comma"], "Choose one of the two."),
});

/** Remembers how times and numbers are to be shown. */
export async function saveReading(_: State, sent: FormData): Promise<State> {
  const form = formIn(sent);
  const viewer = await enter("action /account/actions saveReading", {});
  const parsed = displayForm.safeParse(Object.fromEntries(form));
  if (!parsed.success)
    return refusedForm(form, ["timeZone", "decimals"], firstErrors(parsed.error));
  const { timeZone, decimals } = parsed.data;
  await saveDisplay(viewer.id, { timeZone: timeZone || null, decimalComma: decimals === "comma" });
  redirect("/account?said=reading");
}

/** Sends a link to a new email, which becomes the account's once it is followed. */
export async function newEmail(_: State, sent: FormData): Promise<State> {
  const form = formIn(sent);
  const viewer = await enter("action /account/actions newEmail", {});
  const refuse = (errors: State["errors"]) => refusedForm(form, ["email"], errors);
  if (!sendsMail()) return refuse({ form: "No mail is sent here. Ask an admin to change it." });
  const parsed = emailForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refuse(firstErrors(parsed.error));
  const { email } = parsed.data;
  if (email === viewer.email) return refuse({ email: "That’s already your email." });
  const proof = await proveOwner(viewer, textIn(form, "password"));
  if (proof.status !== "proved") return refuse(proofErrors(proof));
  const asked = await askNewEmail(viewer.id, email);
  if (asked.status === "wait")
    return refuse({
      form: `We’ve sent several mails already. Try again in ${inMinutes(asked.seconds)}.`,
    });
  const done = `We’ve sent a link to ${email}. Open it within an hour, and your email changes.`;
  return { values: {}, errors: {}, done };
}

/** Gives the account another password, and signs every other browser out. */
export async function newPassword(_: State, sent: FormData): Promise<State> {
  const form = formIn(sent);
  const viewer = await enter("action /account/actions newPassword", {});
  const refuse = (errors: State["errors"]) => refusedForm(form, [], errors);
  const parsed = newPasswordForm.safeParse({ password: textIn(form, "next") });
  if (!parsed.success) return refuse({ next: firstErrors(parsed.error).password });
  const { password } = parsed.data;
  if (await isCommonPassword(password)) return refuse({ next: tooCommon });
  const proof = await proveOwner(viewer, textIn(form, "password"));
  if (proof.status !== "proved") return refuse(proofErrors(proof));
  await signInHere(await changePassword(viewer.id, password), viewer.email ?? "");
  redirect("/account?said=password");
}
