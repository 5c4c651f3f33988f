"use server";

import { redirect } from "next/navigation";
import { type Authentication, authenticate, register, thisVisitor } from "@/lib/auth/authenticate";
import { isCommonPassword } from "@/lib/auth/common-password";
import {
  type FormState,
  fieldErrors,
  formIn,
  refused,
  signInForm,
  signUpForm,
} from "@/lib/auth/forms";
import { safeNext } from "@/lib/auth/next-path";
import { waitMessage } from "@/lib/auth/rate-limit";
import { signInHere } from "@/lib/course/sign-in-here";

/** Signs in by email and password and goes on to where the visitor wanted to be. */
export async function signIn(_: FormState, sent: FormData): Promise<FormState> {
  const form = formIn(sent);
  const parsed = signInForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refused(form, fieldErrors(parsed.error));
  const outcome = await authenticate(parsed.data, await thisVisitor());
  return finish(outcome, parsed.data.email, form, "No account has this email with this password.");
}

/** Makes an account and signs in to it. An email that has one already needs that account's password. */
export async function signUp(_: FormState, sent: FormData): Promise<FormState> {
  const form = formIn(sent);
  const parsed = signUpForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refused(form, fieldErrors(parsed.error));
  const { email, password } = parsed.data;
  if (await isCommonPassword(password)) return refused(form, { password: tooCommon });
  const outcome = await register(parsed.data, await thisVisitor());
  return finish(
    outcome,
    email,
    form,
    "No account could be made with this email. If it is yours and has one already, sign in instead.",
  );
}

const tooCommon =
  "This password is one of the first that attackers try. Choose another, such as four random words.";

async function finish(
  outcome: Authentication,
  email: string,
  form: FormData,
  refusal: string,
): Promise<FormState> {
  if (outcome.status === "wait") return refused(form, { form: waitMessage(outcome.seconds) });
  if (outcome.status === "refused") return refused(form, { form: refusal });
  await signInHere(outcome.account, email);
  redirect(safeNext(form.get("next")));
}
