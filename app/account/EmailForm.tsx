"use client";

import { useActionState } from "react";
import { Button } from "@/lib/ui/button";
import { FormAlert } from "@/lib/ui/FormAlert";
import { FormDone } from "@/lib/ui/FormDone";
import { untouched } from "@/lib/ui/filled-form";
import { TextField } from "@/lib/ui/TextField";
import { newEmail } from "./actions";
import { OwnerField } from "./OwnerField";

/** Asks for another email. */
export function EmailForm({ hasPassword }: { hasPassword: boolean }) {
  const [{ values, errors, done }, act, busy] = useActionState(newEmail, untouched);
  return (
    <form action={act} className="mt-4 flex max-w-sm flex-col gap-4" noValidate>
      <FormAlert message={errors.form} />
      <FormDone message={done} />
      <TextField
        label="New email"
        name="email"
        type="email"
        autoComplete="email"
        defaultValue={values.email}
        error={errors.email}
        note="We’ll send it a link. Your email changes once you’ve opened that."
      />
      <OwnerField hasPassword={hasPassword} error={errors.password} />
      <div>
        <Button type="submit" aria-disabled={busy || undefined}>
          Send the link
        </Button>
      </div>
    </form>
  );
}
