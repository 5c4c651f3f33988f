"use server";

import { redirect } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { proveOwner } from "@/lib/account/prove-owner";
import { unlink } from "@/lib/account/ways-in";
import { formIn } from "@/lib/auth/forms";
import { keepLinking } from "@/lib/auth/linking";
import { type FilledForm, refusedForm, textIn } from "@/lib/ui/filled-form";
import { proofErrors } from "./proof-errors";

/** Makes the next sign-in through a provider one that is linked to this account. `done` says that it may begin. */
export async function beginLinking(
  _: FilledForm<string>,
  sent: FormData,
): Promise<FilledForm<string>> {
  const form = formIn(sent);
  const viewer = await enter("action /account/provider-actions beginLinking", {});
  const proof = await proveOwner(viewer, textIn(form, "password"));
  if (proof.status !== "proved") return refusedForm(form, [], proofErrors(proof));
  await keepLinking(viewer.id);
  return { values: {}, errors: {}, done: textIn(form, "provider") };
}

/** Takes a provider off the account. */
export async function unlinkProvider(
  _: FilledForm<string>,
  sent: FormData,
): Promise<FilledForm<string>> {
  const form = formIn(sent);
  const viewer = await enter("action /account/provider-actions unlinkProvider", {});
  const [issuer, subject] = [textIn(form, "issuer"), textIn(form, "subject")];
  const { status } = await unlink(viewer.id, { issuer, subject });
  if (status === "only-way") return refusedForm(form, [], { form: onlyWay });
  redirect("/account?said=unlinked");
}

const onlyWay =
  "This is the only way into your account, so it stays. Set a password first, or link another provider.";
