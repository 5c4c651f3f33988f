"use server";

import { redirect } from "next/navigation";
import { confirmEmail } from "@/lib/account/email/change-email";
import { formIn } from "@/lib/auth/forms";
import { getViewer } from "@/lib/auth/viewer";
import { type FilledForm, refusedForm, textIn } from "@/lib/ui/filled-form";

/** Makes the email at the end of a link its account's. */
export async function takeEmail(
  _: FilledForm<string>,
  sent: FormData,
): Promise<FilledForm<string>> {
  const form = formIn(sent);
  const changed = await confirmEmail(textIn(form, "token"));
  if (changed.status === "taken") return refusedForm(form, [], { form: takenWords });
  if (changed.status === "gone") return refusedForm(form, [], { form: goneWords });
  const viewer = await getViewer();
  // Somebody else may be signed in here, whose email is what it was.
  if (viewer && viewer.id !== changed.userId) redirect("/account?said=email-elsewhere");
  redirect(viewer ? "/account?said=email" : "/sign-in?said=email");
}

const takenWords =
  "Another account already uses this email, so yours keeps the one it has. Sign in to that account instead, or delete it first.";

const goneWords =
  "This link has been used or has run out, so nothing was changed. Ask for a new one on your account’s page.";
