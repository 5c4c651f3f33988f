"use client";

import { useActionState } from "react";
import type { FormState } from "@/lib/auth/forms";
import { Button } from "@/lib/ui/button";
import { FormAlert } from "@/lib/ui/FormAlert";
import { TextField } from "@/lib/ui/TextField";
import { claim } from "./actions";

const empty: FormState = { values: {}, errors: {} };

/** Chooses the password of an account that waits for its owner. */
export function ClaimForm({ token, email }: { token: string; email: string }) {
  const [{ errors }, act, busy] = useActionState(claim, empty);
  return (
    <form action={act} className="mt-6 flex flex-col gap-4" noValidate>
      <input type="hidden" name="invitation" value={token} />
      {/* For password managers, which keep a password under a name. */}
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <FormAlert message={errors.form} />
      <TextField
        label="Choose a password"
        name="password"
        type="password"
        autoComplete="new-password"
        note="At least 10 characters."
        error={errors.password}
      />
      <Button type="submit" variant="primary" aria-disabled={busy || undefined}>
        Open my account
      </Button>
    </form>
  );
}
