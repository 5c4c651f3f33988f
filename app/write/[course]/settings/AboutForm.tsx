"use client";

import { useActionState } from "react";
import { Button } from "@/lib/ui/button";
import { FieldFrame } from "@/lib/ui/FieldFrame";
import { FormAlert } from "@/lib/ui/FormAlert";
import { FormDone } from "@/lib/ui/FormDone";
import { untouched } from "@/lib/ui/filled-form";
import { SelectField } from "@/lib/ui/SelectField";
import { TextField } from "@/lib/ui/TextField";
import { saveAboutCourse } from "./actions";

interface AboutFormProps {
  course: string;
  about: {
    readonly title: string;
    readonly summary: string;
    readonly draft: boolean;
    readonly seenBy: string;
  };
}

/** What a course is called and who sees it, as course.yaml says. */
export function AboutForm({ course, about }: AboutFormProps) {
  const [{ values, errors, done }, act, busy] = useActionState(saveAboutCourse, untouched);
  return (
    <form action={act} className="mt-2 flex flex-col gap-3" noValidate>
      <FormAlert message={errors.form} />
      <FormDone message={done} />
      <input type="hidden" name="course" value={course} />
      <TextField
        label="Title"
        name="title"
        defaultValue={values.title ?? about.title}
        error={errors.title}
      />
      <FieldFrame label="Summary" error={errors.summary}>
        {(framed) => (
          <textarea
            {...framed}
            name="summary"
            rows={3}
            defaultValue={values.summary ?? about.summary}
          />
        )}
      </FieldFrame>
      <SelectField
        label="Who sees it"
        name="seenBy"
        key={values.seenBy ?? about.seenBy}
        defaultValue={values.seenBy ?? about.seenBy}
      >
        <option value="everyone">Everyone</option>
        <option value="signed-in">Everyone who is signed in</option>
        <option value="enrolled">Students of its sections</option>
      </SelectField>
      <label className="flex items-baseline gap-2 text-sm">
        <input type="checkbox" name="draft" defaultChecked={about.draft} />A draft: only staff who
        teach see it
      </label>
      <Button type="submit" className="self-start" aria-disabled={busy || undefined}>
        Save
      </Button>
      <p className="text-muted text-sm">
        This is written into{" "}
        <a href={`/write/${course}/yaml/course.yaml`} className="text-accent underline">
          course.yaml
        </a>
        , where the rest is. Readers see it once you publish.
      </p>
    </form>
  );
}
