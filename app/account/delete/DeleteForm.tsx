"use client";

import { useActionState } from "react";
import { Button } from "@/lib/ui/button";
import { FormAlert } from "@/lib/ui/FormAlert";
import { untouched } from "@/lib/ui/filled-form";
import { OwnerField } from "../OwnerField";
import { deleteMyAccount } from "./actions";

/** Deletes the account: asks twice, and for its owner's password. */
export function DeleteForm({ hasPassword }: { hasPassword: boolean }) {
  const [{ errors }, act, busy] = useActionState(deleteMyAccount, untouched);
  return (
    <form action={act} className="mt-6 flex max-w-sm flex-col gap-4" noValidate>
      <FormAlert message={errors.form} />
      <OwnerField hasPassword={hasPassword} error={errors.password} />
      <label className="flex items-baseline gap-2">
        <input type="checkbox" name="sure" value="yes" />
        Delete my account for good
      </label>
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" variant="danger" aria-disabled={busy || undefined}>
          Delete account
        </Button>
        <a href="/account" className="text-accent underline underline-offset-2">
          Keep it
        </a>
      </div>
    </form>
  );
}
