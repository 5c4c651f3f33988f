"use client";

import { useActionState } from "react";
import { Button } from "@/lib/ui/button";
import { FormAlert } from "@/lib/ui/FormAlert";
import { TextField } from "@/lib/ui/TextField";
import { type CopyFormState, copy } from "./actions";

interface CopySectionProps {
  readonly section: string;
  readonly name: string;
}

const empty: CopyFormState = { values: {}, errors: {} };

/** What the copy of a section is called, and when its term begins. */
export function CopySection({ section, name }: CopySectionProps) {
  const [{ values, errors }, act, busy] = useActionState(copy, empty);
  return (
    <form
      action={act}
      // A double click makes one copy.
      onSubmit={(event) => busy && event.preventDefault()}
      className="mt-6 flex max-w-sm flex-col gap-4"
      noValidate
    >
      <input type="hidden" name="section" value={section} />
      <FormAlert message={errors.form} />
      <TextField
        label="Name of the new section"
        name="name"
        maxLength={100}
        defaultValue={values.name ?? name}
        error={errors.name}
      />
      <TextField
        label="First day of the new term"
        name="startsOn"
        type="date"
        defaultValue={values.startsOn}
        error={errors.startsOn}
      />
      <div>
        <Button type="submit" variant="primary" aria-disabled={busy || undefined}>
          Copy the section
        </Button>
      </div>
    </form>
  );
}
