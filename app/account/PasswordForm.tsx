"use client";

import { useActionState } from "react";
import { Button } from "@/lib/ui/button";
import { FormAlert } from "@/lib/ui/FormAlert";
import { untouched } from "@/lib/ui/filled-form";
import { TextField } from "@/lib/ui/TextField";
import { newPassword } from "./actions";
import { OwnerField } from "./OwnerField";

/** Changes the account's password, or sets the first. */
export function PasswordForm({ email, hasPassword }: { email: string; hasPassword: boolean }) {
  const [{ errors }, act, busy] = useActionState(newPassword, untouched);
  return (
    <form action={act} className="mt-4 flex max-w-sm flex-col gap-4" noValidate>
      <FormAlert message={errors.form} />
      {/* For password managers, which keep a password under a name. */}
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <OwnerField hasPassword={hasPassword} error={errors.password} />
      <TextField
        label="New password"
        name="next"
        type="password"
        autoComplete="new-password"
        note="At least 10 characters. Every other browser is signed out."
        error={errors.next}
      />
      <div>
        <Button type="submit" aria-disabled={busy || undefined}>
          {hasPassword ? "Change password" : "Set a password"}
        </Button>
      </div>
    </form>
  );
}
