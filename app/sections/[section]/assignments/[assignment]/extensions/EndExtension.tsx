"use client";

import { useActionState } from "react";
import { Button } from "@/lib/ui/button";
import { FormAlert } from "@/lib/ui/FormAlert";
import { untouched } from "@/lib/ui/filled-form";
import { TextField } from "@/lib/ui/TextField";
import { takeBack } from "./actions";

interface EndExtensionProps {
  section: string;
  assignment: string;
  id: string;
  who: string;
}

/** Takes an extension back, once why has been said. */
export function EndExtension({ section, assignment, id, who }: EndExtensionProps) {
  const [{ values, errors }, act, busy] = useActionState(takeBack, untouched);
  return (
    <details className="mt-1 text-sm">
      <summary className="text-accent">
        Take it back<span className="sr-only"> from {who}</span>
      </summary>
      <form action={act} className="mt-2 flex max-w-sm flex-col gap-3" noValidate>
        <input type="hidden" name="section" value={section} />
        <input type="hidden" name="assignment" value={assignment} />
        <input type="hidden" name="extension" value={id} />
        <FormAlert message={errors.form} />
        <p>
          It stops counting now. Their answers then count by the dates that apply without it, so
          points can go down.
        </p>
        <TextField
          label="Reason"
          name="reason"
          defaultValue={values.reason}
          error={errors.reason}
        />
        <div>
          <Button type="submit" size="small" aria-disabled={busy || undefined}>
            Take the extension back
          </Button>
        </div>
      </form>
    </details>
  );
}
