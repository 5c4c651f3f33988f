"use client";

import { useActionState } from "react";
import { Button } from "@/lib/ui/button";
import { untouched } from "@/lib/ui/filled-form";
import { TextField } from "@/lib/ui/TextField";
import { joinSection } from "./actions";

/** Joins a section by its code. */
export function JoinForm() {
  const [{ values, errors }, act, busy] = useActionState(joinSection, untouched);
  return (
    <form action={act} className="mt-3 flex max-w-md items-start gap-3" noValidate>
      <div className="min-w-0 grow">
        <TextField
          label="Code"
          name="code"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          defaultValue={values.code}
          note="From your instructor, such as K7QD-M2XA."
          error={errors.code}
        />
      </div>
      <Button type="submit" className="mt-6.5" aria-disabled={busy || undefined}>
        Join
      </Button>
    </form>
  );
}
