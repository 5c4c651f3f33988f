"use client";

import { useActionState } from "react";
import { Button } from "@/lib/ui/button";
import { FormAlert } from "@/lib/ui/FormAlert";
import { type FilledForm, untouched } from "@/lib/ui/filled-form";

interface InsertFormProps {
  act: (before: FilledForm<string>, sent: FormData) => Promise<FilledForm<string>>;
  /** What is sent, by name. */
  fields: Readonly<Record<string, string>>;
  disabled?: boolean;
}

/** Puts the exercise that is shown into the lesson. */
export function InsertForm({ act, fields, disabled = false }: InsertFormProps) {
  const [{ errors }, send, busy] = useActionState(act, untouched);
  return (
    <form action={send}>
      <FormAlert message={errors.form} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" variant="primary" disabled={disabled} aria-disabled={busy || undefined}>
        Use this
      </Button>
    </form>
  );
}
