"use server";

import { redirect } from "next/navigation";
import { askReset } from "@/lib/account/reset/ask-reset";
import { resetPassword } from "@/lib/account/reset/reset-password";
import { signInHere } from "@/lib/answering/sign-in-here";
import { thisVisitor } from "@/lib/auth/authenticate";
import { isCommonPassword, tooCommon } from "@/lib/auth/common-password";
import { emailForm, formIn, newPasswordForm } from "@/lib/auth/forms";
import { inMinutes } from "@/lib/auth/rate-limit";
import { sendsMail } from "@/lib/mail/send-mail";
import { type FilledForm, firstErrors, refusedForm, textIn } from "@/lib/ui/filled-form";

type State = FilledForm<string>;

/** Sends a link for a new password to an email, if an account has it. The answer is the same where none has. */
export async function sendResetLink(_: State, sent: FormData): Promise<State> {
  const form = formIn(sent);
  const refuse = (errors: State["errors"]) => refusedForm(form, ["email"], errors);
  if (!sendsMail()) return refuse({ form: "This server sends no mail. Ask an admin for a link." });
  const parsed = emailForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refuse(firstErrors(parsed.error));
  const { email } = parsed.data;
  const asked = await askReset(email, (await thisVisitor()).address);
  if (asked.status === "wait")
    return refuse({
      form: `You’ve asked for several links already. Check your mail, or try again in ${inMinutes(asked.seconds)}.`,
    });
  const done = `If an account has the email ${email}, a link is on its way to it. It works once, within an hour.`;
  return { values: {}, errors: {}, done };
}

/** Gives the account at the end of a link a new password, and signs in to it here. */
export async function choosePassword(_: State, sent: FormData): Promise<State> {
  const form = formIn(sent);
  const refuse = (errors: State["errors"]) => refusedForm(form, [], errors);
  const parsed = newPasswordForm.safeParse({ password: textIn(form, "password") });
  if (!parsed.success) return refuse(firstErrors(parsed.error));
  const { password } = parsed.data;
  if (await isCommonPassword(password)) return refuse({ password: tooCommon });
  const reset = await resetPassword(textIn(form, "token"), password);
  if (reset.status === "gone")
    return refuse({
      form: "This link has been used or has run out, so your password hasn’t changed. Ask for a new link.",
    });
  await signInHere(reset.account, reset.email);
  redirect("/account?said=password");
}
