"use server";

import { redirect } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { setEmail } from "@/lib/account/email/change-email";
import { handOutLink } from "@/lib/account/reset/hand-out-link";
import { emailForm, formIn } from "@/lib/auth/forms";
import { accountRoleForm, changeAccountRole, reasonField } from "@/lib/cohort/account-role";
import { isId } from "@/lib/db/id";
import { type FilledForm, firstErrors, refusedForm, textIn } from "@/lib/ui/filled-form";

export type RoleFormState = FilledForm<"role" | "reason">;

/** Gives an account another role. */
export async function changeRole(_: RoleFormState, sent: FormData): Promise<RoleFormState> {
  const form = formIn(sent);
  const person = String(form.get("person"));
  const { id: actorId } = await enter("action /people/[person]/actions changeRole", { person });
  const refuse = (errors: RoleFormState["errors"]) => refusedForm(form, ["role", "reason"], errors);
  const parsed = accountRoleForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refuse(firstErrors(parsed.error));
  const { person: personId, role, reason } = parsed.data;
  const { status } = await changeAccountRole({ actorId, personId, role, reason });
  if (status === "gone") return refuse({ form: "There is no such account any more." });
  if (status === "last-admin") return refuse({ role: lastAdmin });
  if (status === "unchanged") return refuse({ role: "That is what the account is already." });
  redirect(`/people/${personId}?changed=role`);
}

const lastAdmin =
  "This is the only admin, and without one nobody could give roles. Make someone else an admin first.";

export type EmailFormState = FilledForm<"email" | "reason">;

const emailChangeForm = emailForm.extend({ reason: reasonField });

/** Gives an account another email, which the admin has made sure of. */
export async function changeEmail(_: EmailFormState, sent: FormData): Promise<EmailFormState> {
  const form = formIn(sent);
  const person = textIn(form, "person");
  const { id: actorId } = await enter("action /people/[person]/actions changeEmail", { person });
  const refuse = (errors: EmailFormState["errors"]) =>
    refusedForm(form, ["email", "reason"], errors);
  const parsed = emailChangeForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refuse(firstErrors(parsed.error));
  if (!isId(person)) return refuse({ form: gone });
  const { status } = await setEmail({ actorId, userId: person, ...parsed.data });
  if (status === "gone") return refuse({ form: gone });
  if (status === "taken") return refuse({ email: "Another account has this email already." });
  redirect(`/people/${person}?changed=email`);
}

const gone = "There is no such account any more.";

export interface ResetLinkState {
  /** Null until one is made. */
  readonly link: string | null;
  readonly error?: string;
}

/** Makes a link for a new password, to hand on to the account's owner. */
export async function makeResetLink(_: ResetLinkState, sent: FormData): Promise<ResetLinkState> {
  const person = textIn(formIn(sent), "person");
  const { id: actorId } = await enter("action /people/[person]/actions makeResetLink", { person });
  const link = isId(person) ? await handOutLink(actorId, { id: person }) : null;
  return link ? { link } : { link, error: gone };
}
