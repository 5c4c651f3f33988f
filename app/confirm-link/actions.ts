"use server";

import { redirect } from "next/navigation";
import { authenticate, thisVisitor } from "@/lib/auth/authenticate";
import { confirmForm, type FormState, fieldErrors, formIn, refused } from "@/lib/auth/forms";
import { link } from "@/lib/auth/identity";
import { findPendingLink, forgetPendingLink, type PendingLink } from "@/lib/auth/pending-link";
import { waitMessage } from "@/lib/auth/rate-limit";
import { getViewer } from "@/lib/auth/viewer";
import { signInHere } from "@/lib/course/sign-in-here";

/** Links the person whom a provider vouched for in this browser to the account with their email, if it is theirs: they
 *  are signed in to it, or know its password. */
export async function confirmLink(_: FormState, sent: FormData): Promise<FormState> {
  const form = formIn(sent);
  const pending = await findPendingLink();
  if (!pending) redirect("/sign-in?error=LinkExpired");
  const viewer = await getViewer();
  if (viewer?.email !== pending.email) return confirmByPassword(pending, form);
  await link(pending, viewer.id);
  return goOn(pending);
}

async function confirmByPassword(pending: PendingLink, form: FormData): Promise<FormState> {
  const parsed = confirmForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refused(form, fieldErrors(parsed.error));
  const { email } = pending;
  const outcome = await authenticate({ email, ...parsed.data }, await thisVisitor());
  if (outcome.status === "wait") return refused(form, { form: waitMessage(outcome.seconds) });
  if (outcome.status === "refused") {
    return refused(form, { password: "This is not the password of that account." });
  }
  await link(pending, outcome.account.id);
  await signInHere(outcome.account, email);
  return goOn(pending);
}

async function goOn({ next }: PendingLink): Promise<never> {
  await forgetPendingLink();
  redirect(next);
}
