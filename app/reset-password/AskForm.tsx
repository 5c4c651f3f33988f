"use client";

import { useActionState } from "react";
import { Button } from "@/lib/ui/button";
import { FormAlert } from "@/lib/ui/FormAlert";
import { FormDone } from "@/lib/ui/FormDone";
import { untouched } from "@/lib/ui/filled-form";
import { TextField } from "@/lib/ui/TextField";
import { sendResetLink } from "./actions";

/** Asks for the mail with a link for a new password. */
export function AskForm() {
  const [{ values, errors, done }, act, busy] = useActionState(sendResetLink, untouched);
  return (
    <form action={act} className="mt-6 flex flex-col gap-4" noValidate>
      <FormAlert message={errors.form} />
      <FormDone message={done} />
      <TextField
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        defaultValue={values.email}
        error={errors.email}
      />
      <Button type="submit" variant="primary" aria-disabled={busy || undefined}>
        Send the link
      </Button>
    </form>
  );
}
