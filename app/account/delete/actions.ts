"use server";

import { redirect } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { deleteAccount } from "@/lib/account/leave/delete-account";
import { proveOwner } from "@/lib/account/prove-owner";
import { signOutHere } from "@/lib/answering/sign-in-here";
import { formIn } from "@/lib/auth/forms";
import { type FilledForm, refusedForm, textIn } from "@/lib/ui/filled-form";
import { proofErrors } from "../proof-errors";

/** Deletes the account of whoever is signed in here, once they have shown that it is theirs. */
export async function deleteMyAccount(
  _: FilledForm<string>,
  sent: FormData,
): Promise<FilledForm<string>> {
  const form = formIn(sent);
  const viewer = await enter("action /account/delete/actions deleteMyAccount", {});
  const refuse = (errors: FilledForm<string>["errors"]) => refusedForm(form, [], errors);
  if (textIn(form, "sure") !== "yes")
    return refuse({ form: "Tick the box to say that you’re sure. Nothing was deleted." });
  const proof = await proveOwner(viewer, textIn(form, "password"));
  if (proof.status !== "proved") return refuse(proofErrors(proof));
  const { status } = await deleteAccount(viewer.id);
  if (status !== "deleted")
    return refuse({ form: "Something is in the way. Reload this page to see what." });
  await signOutHere();
  redirect("/sign-in?said=deleted");
}
