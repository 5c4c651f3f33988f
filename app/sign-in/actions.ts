"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { type Authentication, authenticate, register } from "@/lib/auth/authenticate";
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
import { cookieOptions, sealSession, sessionCookieName, sessionSeconds } from "@/lib/auth/session";
import { claimGuestOfThisBrowser } from "@/lib/course/claim-guest";

/** Signs in by email and password and goes on to where the visitor wanted to be. */
export async function signIn(_: FormState, sent: FormData): Promise<FormState> {
  const form = formIn(sent);
  const parsed = signInForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refused(form, fieldErrors(parsed.error));
  const outcome = await authenticate(parsed.data, await headers());
  return finish(outcome, form, "No account has this email with this password.");
}

/** Makes an account and signs in to it. An email that has one already needs that account's password. */
export async function signUp(_: FormState, sent: FormData): Promise<FormState> {
  const form = formIn(sent);
  const parsed = signUpForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refused(form, fieldErrors(parsed.error));
  const outcome = await register(parsed.data, await headers());
  return finish(
    outcome,
    form,
    "No account could be made with this email. If it is yours and has one already, sign in instead.",
  );
}

async function finish(
  outcome: Authentication,
  form: FormData,
  refusal: string,
): Promise<FormState> {
  if (outcome.status === "wait") return refused(form, { form: waitMessage(outcome.seconds) });
  if (outcome.status === "refused") return refused(form, { form: refusal });
  const token = await sealSession(outcome.account);
  const options = { ...cookieOptions(), maxAge: sessionSeconds };
  (await cookies()).set(sessionCookieName(), token, options);
  await claimGuestOfThisBrowser(outcome.account.id);
  redirect(safeNext(form.get("next")));
}
