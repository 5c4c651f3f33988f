"use client";

import { useActionState } from "react";
import { Button } from "@/lib/ui/button";
import { FormAlert } from "@/lib/ui/FormAlert";
import { untouched } from "@/lib/ui/filled-form";
import { takeEmail } from "../actions";

/** Says that the new email is theirs. A click, since programs that look through mail open every link in it. */
export function TakeForm({ token }: { token: string }) {
  const [{ errors }, act, busy] = useActionState(takeEmail, untouched);
  return (
    <form action={act} className="mt-6 flex flex-col items-start gap-4">
      <input type="hidden" name="token" value={token} />
      <FormAlert message={errors.form} />
      <Button type="submit" variant="primary" aria-disabled={busy || undefined}>
        Use this email
      </Button>
    </form>
  );
}
