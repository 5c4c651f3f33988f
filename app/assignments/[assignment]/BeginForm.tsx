"use client";

import { useActionState } from "react";
import { Button } from "@/lib/ui/button";
import { FormAlert } from "@/lib/ui/FormAlert";
import { untouched } from "@/lib/ui/filled-form";
import { TextField } from "@/lib/ui/TextField";
import { begin } from "./actions";

interface BeginFormProps {
  readonly assignment: string;
  /** What the button says. */
  readonly words: string;
  /** How long they will have; null for no limit. */
  readonly minutes: number | null;
  readonly asksPassword: boolean;
}

/** Begins work that waits to be begun. */
export function BeginForm({ assignment, words, minutes, asksPassword }: BeginFormProps) {
  const [state, act, busy] = useActionState(begin, untouched);
  return (
    <form action={act} className="mt-6 flex max-w-md flex-col gap-4" noValidate>
      <input type="hidden" name="assignment" value={assignment} />
      <FormAlert message={state.errors.form} />
      {minutes === null ? null : (
        <p>
          You’ll have {Math.round(minutes)} {Math.round(minutes) === 1 ? "minute" : "minutes"} from
          when you begin. The clock keeps running if you close the page.
        </p>
      )}
      {asksPassword ? (
        <TextField
          label="Password"
          note="Your instructor will give it out when it’s time."
          name="password"
          autoComplete="off"
          defaultValue={state.values.password}
          error={state.errors.password}
        />
      ) : null}
      <div>
        <Button type="submit" variant="primary" aria-disabled={busy || undefined}>
          {words}
        </Button>
      </div>
    </form>
  );
}
