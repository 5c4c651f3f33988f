"use client";

import { useActionState } from "react";
import type { FormState } from "@/lib/auth/forms";
import { Button } from "@/lib/ui/button";
import { FormAlert } from "@/lib/ui/FormAlert";
import { TextField } from "@/lib/ui/TextField";
import { confirmLink } from "./actions";

const empty: FormState = { values: {}, errors: {} };

/** Confirms that the account is theirs: with its password, or as who is signed in to it already. */
export function ConfirmForm({ with: proof }: { with: "password" | "session" }) {
  const [{ errors }, act, busy] = useActionState(confirmLink, empty);
  return (
    <form action={act} className="mt-6 flex flex-col gap-4" noValidate>
      <FormAlert message={errors.form} />
      {proof === "password" ? (
        <TextField
          label="Password of that account"
          name="password"
          type="password"
          autoComplete="current-password"
          error={errors.password}
        />
      ) : null}
      <Button type="submit" variant="primary" aria-disabled={busy || undefined}>
        Yes, it’s mine
      </Button>
    </form>
  );
}
