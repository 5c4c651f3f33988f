"use client";

import { useActionState } from "react";
import { Button } from "@/lib/ui/button";
import { FormAlert } from "@/lib/ui/FormAlert";
import { FormDone } from "@/lib/ui/FormDone";
import { untouched } from "@/lib/ui/filled-form";
import { TextField } from "@/lib/ui/TextField";
import { publishCourse } from "./actions";

/** Publishes a course as it is now. */
export function PublishForm({ course }: { course: string }) {
  const [{ values, errors, done }, act, busy] = useActionState(publishCourse, untouched);
  return (
    <form action={act} className="mt-2 flex flex-col gap-3" noValidate>
      <FormAlert message={errors.form} />
      <FormDone message={done} />
      <input type="hidden" name="course" value={course} />
      <TextField
        label="What changed"
        name="note"
        defaultValue={values.note}
        error={errors.note}
        note="Your co-authors read it in the history."
      />
      <Button type="submit" variant="primary" aria-disabled={busy || undefined}>
        Publish
      </Button>
    </form>
  );
}
