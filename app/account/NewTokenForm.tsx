"use client";

import { useActionState } from "react";
import { Button } from "@/lib/ui/button";
import { CopyField } from "@/lib/ui/CopyField";
import { FormAlert } from "@/lib/ui/FormAlert";
import { untouched } from "@/lib/ui/filled-form";
import { SelectField } from "@/lib/ui/SelectField";
import { TextField } from "@/lib/ui/TextField";
import { OwnerField } from "./OwnerField";
import { newToken } from "./token-actions";

/** Makes an access token and shows it, once. */
export function NewTokenForm({ hasPassword }: { hasPassword: boolean }) {
  const [{ values, errors, done }, act, busy] = useActionState(newToken, untouched);
  return (
    <form action={act} className="mt-4 flex max-w-sm flex-col gap-4" noValidate>
      {done ? <NewToken token={done} /> : null}
      <FormAlert message={errors.form} />
      <TextField
        label="What will use it"
        name="name"
        defaultValue={values.name}
        error={errors.name}
        note="Such as “my laptop”: you see it in this list."
      />
      <SelectField
        label="Works for"
        name="days"
        defaultValue={values.days ?? "90"}
        error={errors.days}
      >
        <option value="30">30 days</option>
        <option value="90">90 days</option>
        <option value="365">a year</option>
      </SelectField>
      <OwnerField hasPassword={hasPassword} error={errors.password} />
      <Button type="submit" className="self-start" aria-disabled={busy || undefined}>
        Make a token
      </Button>
    </form>
  );
}

function NewToken({ token }: { token: string }) {
  return (
    <div role="status" className="w-xl max-w-full">
      <p>
        Here’s your token. Copy it now: it isn’t shown again. Whoever has it can change the courses
        that you write.
      </p>
      <CopyField label="Token" text={token} rows={1} />
    </div>
  );
}
