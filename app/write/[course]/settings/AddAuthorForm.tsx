"use client";

import { useActionState } from "react";
import { Button } from "@/lib/ui/button";
import { FormAlert } from "@/lib/ui/FormAlert";
import { FormDone } from "@/lib/ui/FormDone";
import { untouched } from "@/lib/ui/filled-form";
import { SelectField } from "@/lib/ui/SelectField";
import { TextField } from "@/lib/ui/TextField";
import { addCourseAuthor } from "./actions";

/** Has somebody with an account write a course too. */
export function AddAuthorForm({ course }: { course: string }) {
  const [{ values, errors, done }, act, busy] = useActionState(addCourseAuthor, untouched);
  return (
    <form action={act} className="mt-6 flex max-w-md flex-col gap-3" noValidate>
      <FormAlert message={errors.form} />
      <FormDone message={done} />
      <input type="hidden" name="course" value={course} />
      <TextField
        label="Add somebody by email"
        name="email"
        type="email"
        autoComplete="off"
        defaultValue={values.email}
        error={errors.email}
      />
      <SelectField label="As" name="role" defaultValue="co_author">
        <option value="co_author">Co-author: writes and publishes</option>
        <option value="author">Author: also says who writes</option>
      </SelectField>
      <Button type="submit" className="self-start" aria-disabled={busy || undefined}>
        Add
      </Button>
    </form>
  );
}
