"use client";

import { useActionState } from "react";
import { Button } from "@/lib/ui/button";
import { FormAlert } from "@/lib/ui/FormAlert";
import { untouched } from "@/lib/ui/filled-form";
import { TextField } from "@/lib/ui/TextField";
import { choosePassword } from "../actions";

/** Chooses the new password of the account at the end of a link. */
export function ResetForm({ token, email }: { token: string; email: string }) {
  const [{ errors }, act, busy] = useActionState(choosePassword, untouched);
  return (
    <form action={act} className="mt-6 flex flex-col gap-4" noValidate>
      <input type="hidden" name="token" value={token} />
      {/* For password managers, which keep a password under a name. */}
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <FormAlert message={errors.form} />
      <TextField
        label="New password"
        name="password"
        type="password"
        autoComplete="new-password"
        note="At least 10 characters."
        error={errors.password}
      />
      <Button type="submit" variant="primary" aria-disabled={busy || undefined}>
        Save and sign in
      </Button>
    </form>
  );
}
