"use server";

import { redirect } from "next/navigation";
import { signInHere } from "@/lib/answering/sign-in-here";
import { type Authentication, authenticate, register, thisVisitor } from "@/lib/auth/authenticate";
import { isCommonPassword, tooCommon } from "@/lib/auth/common-password";
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

/** Signs in by email and password and goes on to where the visitor wanted to be. */
export async function signIn(_: FormState, sent: FormData): Promise<FormState> {
  const form = formIn(sent);
  const parsed = signInForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refused(form, fieldErrors(parsed.error));
  const outcome = await authenticate(parsed.data, await thisVisitor());
  return finish(
    outcome,
    parsed.data.email,
    form,
    "That email and password don’t match any account.",
  );
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
    "We couldn’t create an account with this email. If it’s yours and already has one, sign in instead, or use the invitation you were sent.",
  );
}

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
