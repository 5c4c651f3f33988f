"use server";

import { redirect } from "next/navigation";
import { signInHere } from "@/lib/answering/sign-in-here";
import { authenticate, thisVisitor } from "@/lib/auth/authenticate";
import { confirmForm, type FormState, fieldErrors, formIn, refused } from "@/lib/auth/forms";
import { link } from "@/lib/auth/identity";
import { findPendingLink, forgetPendingLink, type PendingLink } from "@/lib/auth/pending-link";
import { nameOfProvider } from "@/lib/auth/providers";
import { waitMessage } from "@/lib/auth/rate-limit";
import { getViewer } from "@/lib/auth/viewer";

/** Links the person whom a provider vouched for in this browser to the account with their email, if it is theirs: they
 *  are signed in to it, or know its password. */
export async function confirmLink(_: FormState, sent: FormData): Promise<FormState> {
  const form = formIn(sent);
  const pending = await findPendingLink();
  if (!pending) redirect("/sign-in?error=LinkExpired");
  const viewer = await getViewer();
  if (viewer?.email !== pending.email) return confirmByPassword(pending, form);
  if (!(await link(pending, viewer.id))) return refused(form, { form: opensAnother(pending) });
  return goOn(pending);
}

async function confirmByPassword(pending: PendingLink, form: FormData): Promise<FormState> {
  const parsed = confirmForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refused(form, fieldErrors(parsed.error));
  const { email } = pending;
  const outcome = await authenticate({ email, ...parsed.data }, await thisVisitor());
  if (outcome.status === "wait") return refused(form, { form: waitMessage(outcome.seconds) });
  if (outcome.status === "refused") {
    return refused(form, { password: "That isn’t the password of that account." });
  }
  if (!(await link(pending, outcome.account.id))) {
    return refused(form, { form: opensAnother(pending) });
  }
  await signInHere(outcome.account, email);
  return goOn(pending);
}

/** What to say where the person was linked to another account since they came back from the provider. */
const opensAnother = ({ provider }: PendingLink) =>
  `${nameOfProvider(provider)} already opens another account here for you, so it can’t open this one too. Nothing has changed: sign in to this one as you did before.`;

async function goOn({ next }: PendingLink): Promise<never> {
  await forgetPendingLink();
  redirect(next);
}
