"use client";

import { useActionState } from "react";
import { Button } from "@/lib/ui/button";
import { untouched } from "@/lib/ui/filled-form";
import { TextField } from "@/lib/ui/TextField";
import { saveName } from "./actions";

/** What others call the account's owner. */
export function NameForm({ name }: { name: string }) {
  const [{ values, errors }, act, busy] = useActionState(saveName, untouched);
  return (
    <form action={act} className="mt-4 flex max-w-sm flex-col gap-4" noValidate>
      <TextField
        label="Name"
        name="name"
        autoComplete="name"
        defaultValue={values.name ?? name}
        error={errors.name}
        note="Your instructors see it."
      />
      <div>
        <Button type="submit" aria-disabled={busy || undefined}>
          Save name
        </Button>
      </div>
    </form>
  );
}
