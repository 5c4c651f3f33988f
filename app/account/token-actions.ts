"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { makeToken, revokeToken, tokenForm } from "@/lib/account/access-token";
import { proveOwner } from "@/lib/account/prove-owner";
import { formIn } from "@/lib/auth/forms";
import { type FilledForm, firstErrors, refusedForm, textIn } from "@/lib/ui/filled-form";
import { proofErrors } from "./proof-errors";

type State = FilledForm<string>;

/** Makes an access token. `done` is the token, which is shown this once. */
export async function newToken(_: State, sent: FormData): Promise<State> {
  const form = formIn(sent);
  const viewer = await enter("action /account/token-actions newToken", {});
  const refuse = (errors: State["errors"]) => refusedForm(form, ["name", "days"], errors);
  const read = tokenForm.safeParse(Object.fromEntries(form));
  if (!read.success) return refuse(firstErrors(read.error));
  const proof = await proveOwner(viewer, textIn(form, "password"));
  if (proof.status !== "proved") return refuse(proofErrors(proof));
  const token = await makeToken(viewer.id, read.data);
  if (!token)
    return refuse({ form: "You have many tokens already. Revoke one that you don’t use." });
  revalidatePath("/account");
  return { values: {}, errors: {}, done: token };
}

/** Ends an access token at once. */
export async function endToken(sent: FormData): Promise<void> {
  const form = formIn(sent);
  const viewer = await enter("action /account/token-actions endToken", {});
  await revokeToken(viewer.id, textIn(form, "token"));
  redirect("/account?said=token-ended");
}
