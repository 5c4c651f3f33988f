"use client";

import { useActionState } from "react";
import { Button } from "@/lib/ui/button";
import { FormAlert } from "@/lib/ui/FormAlert";
import { untouched } from "@/lib/ui/filled-form";
import { TextField } from "@/lib/ui/TextField";
import { makeLesson } from "./actions";

/** Adds a lesson to a course. */
export function NewLessonForm({ course }: { course: string }) {
  const [{ values, errors }, act, busy] = useActionState(makeLesson, untouched);
  return (
    <form action={act} className="mt-6 flex max-w-md flex-col gap-3" noValidate>
      <FormAlert message={errors.form} />
      <input type="hidden" name="course" value={course} />
      <TextField label="New lesson" name="title" defaultValue={values.title} error={errors.title} />
      <Button type="submit" className="self-start" aria-disabled={busy || undefined}>
        Add the lesson
      </Button>
    </form>
  );
}
