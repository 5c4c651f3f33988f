"use client";

import { useActionState } from "react";
import { Button } from "@/lib/ui/button";
import { FormAlert } from "@/lib/ui/FormAlert";
import { untouched } from "@/lib/ui/filled-form";
import { unlinkProvider } from "./provider-actions";

interface UnlinkFormProps {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
}

/** Takes a provider off the account. */
export function UnlinkForm({ issuer, subject, name }: UnlinkFormProps) {
  const [{ errors }, act, busy] = useActionState(unlinkProvider, untouched);
  return (
    <form action={act} className="flex flex-col items-start gap-2">
      <input type="hidden" name="issuer" value={issuer} />
      <input type="hidden" name="subject" value={subject} />
      <Button
        type="submit"
        size="small"
        aria-label={`Unlink ${name}`}
        aria-disabled={busy || undefined}
      >
        Unlink
      </Button>
      <FormAlert message={errors.form} />
    </form>
  );
}
