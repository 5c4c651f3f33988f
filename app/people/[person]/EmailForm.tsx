"use client";

import { useActionState } from "react";
import { Button } from "@/lib/ui/button";
import { FormAlert } from "@/lib/ui/FormAlert";
import { TextField } from "@/lib/ui/TextField";
import { changeEmail, type EmailFormState } from "./actions";

const empty: EmailFormState = { values: {}, errors: {} };

/** Gives the account another email. */
export function EmailForm({ person, email }: { person: string; email: string }) {
  const [{ values, errors }, act, busy] = useActionState(changeEmail, empty);
  return (
    <form action={act} className="mt-3 flex flex-col gap-4" noValidate>
      <input type="hidden" name="person" value={person} />
      <FormAlert message={errors.form} />
      <TextField
        label="Email"
        name="email"
        type="email"
        autoComplete="off"
        defaultValue={values.email ?? email}
        error={errors.email}
        note="No mail is sent to confirm it, so make sure that it’s theirs."
      />
      <TextField
        label="Why"
        name="reason"
        maxLength={300}
        defaultValue={values.reason}
        error={errors.reason}
        note="Kept with the change, for whoever reads it later."
      />
      <div>
        <Button type="submit" aria-disabled={busy || undefined}>
          Change the email
        </Button>
      </div>
    </form>
  );
}
