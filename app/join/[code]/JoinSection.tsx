"use client";

import { useActionState } from "react";
import { joinSection } from "@/app/sections/actions";
import { Button } from "@/lib/ui/button";
import { FormAlert } from "@/lib/ui/FormAlert";
import { untouched } from "@/lib/ui/filled-form";

/** Joins the section that the code in the address opens. */
export function JoinSection({ code }: { code: string }) {
  const [{ errors }, act, busy] = useActionState(joinSection, untouched);
  return (
    <form action={act} className="mt-6 flex flex-col items-start gap-4">
      <input type="hidden" name="code" value={code} />
      <FormAlert message={errors.code} />
      <Button type="submit" variant="primary" aria-disabled={busy || undefined}>
        Join
      </Button>
    </form>
  );
}
