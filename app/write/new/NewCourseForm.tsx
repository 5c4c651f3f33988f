"use client";

import { useActionState } from "react";
import { Button } from "@/lib/ui/button";
import { FormAlert } from "@/lib/ui/FormAlert";
import { untouched } from "@/lib/ui/filled-form";
import { TextField } from "@/lib/ui/TextField";
import { makeCourse } from "../actions";

/** Makes a course. */
export function NewCourseForm() {
  const [{ values, errors }, act, busy] = useActionState(makeCourse, untouched);
  return (
    <form action={act} className="mt-6 flex flex-col gap-4" noValidate>
      <FormAlert message={errors.form} />
      <TextField label="Title" name="title" defaultValue={values.title} error={errors.title} />
      <TextField
        label="Address"
        name="slug"
        defaultValue={values.slug}
        error={errors.slug}
        note="The end of the course’s web address, such as deep-learning. It can’t be changed later."
        autoCapitalize="none"
      />
      <TextField
        label="Summary"
        name="summary"
        defaultValue={values.summary}
        error={errors.summary}
        note="A sentence or two under the title."
      />
      <Button type="submit" variant="primary" aria-disabled={busy || undefined}>
        Create the course
      </Button>
    </form>
  );
}
