"use server";

import { redirect } from "next/navigation";
import { signInHere } from "@/lib/answering/sign-in-here";
import { thisVisitor } from "@/lib/auth/authenticate";
import { isCommonPassword, tooCommon } from "@/lib/auth/common-password";
import { type FormState, fieldErrors, formIn, newPasswordForm, refused } from "@/lib/auth/forms";
import { waitMessage } from "@/lib/auth/rate-limit";
import { getViewer } from "@/lib/auth/viewer";
import { claimAccount, type OpenClaim } from "@/lib/cohort/claim";
import { findFirstLesson } from "@/lib/cohort/first-lesson";

/** Gives the account that an invitation waits with its password, signs in to it, and goes on to the course. */
export async function claim(_: FormState, sent: FormData): Promise<FormState> {
  const form = formIn(sent);
  if (await getViewer())
    return refused(form, {
      form: "You’re signed in to another account. Sign out, then open this link again.",
    });
  const parsed = newPasswordForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refused(form, fieldErrors(parsed.error));
  const { password } = parsed.data;
  if (await isCommonPassword(password)) return refused(form, { password: tooCommon });
  const token = String(form.get("invitation"));
  const outcome = await claimAccount(token, password, await thisVisitor());
  if (outcome.status === "wait") return refused(form, { form: waitMessage(outcome.seconds) });
  if (outcome.status !== "claimed")
    return refused(form, {
      form: "This link no longer opens the account. Reload the page to see why.",
    });
  await signInHere(outcome.account, outcome.claim.email);
  redirect(await startOf(outcome.claim));
}

/** Where somebody begins: a student with the course, staff with the section. */
async function startOf({ role, section, course }: OpenClaim): Promise<string> {
  if (role !== "student") return `/sections/${section.id}`;
  const lesson = await findFirstLesson(section.id);
  return lesson ? `/courses/${course.slug}/${lesson}` : "/";
}
