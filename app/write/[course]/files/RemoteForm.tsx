"use client";

import { useActionState } from "react";
import { Button } from "@/lib/ui/button";
import { FormAlert } from "@/lib/ui/FormAlert";
import { FormDone } from "@/lib/ui/FormDone";
import { untouched } from "@/lib/ui/filled-form";
import { TextField } from "@/lib/ui/TextField";
import { follow } from "./actions";

interface RemoteFormProps {
  readonly course: string;
  readonly remote: {
    readonly url: string;
    readonly branch: string;
    readonly folder: string;
  } | null;
}

/** Says which git repository a course follows. */
export function RemoteForm({ course, remote }: RemoteFormProps) {
  const [{ values, errors, done }, act, busy] = useActionState(follow, untouched);
  const { url = "", branch = "main", folder = "" } = remote ?? {};
  return (
    <form action={act} className="mt-4 flex max-w-md flex-col gap-3" noValidate>
      <FormAlert message={errors.form} />
      <FormDone message={done} />
      <input type="hidden" name="course" value={course} />
      <TextField
        label="Repository"
        name="url"
        defaultValue={values.url ?? url}
        error={errors.url}
        note="Its https address, such as https://github.com/you/course.git."
        autoCapitalize="none"
      />
      <TextField
        label="Branch"
        name="branch"
        defaultValue={values.branch ?? branch}
        error={errors.branch}
        autoCapitalize="none"
      />
      <TextField
        label="Folder"
        name="folder"
        defaultValue={values.folder ?? folder}
        error={errors.folder}
        note="Where course.yaml is. Leave it empty if the repository is the course."
        autoCapitalize="none"
      />
      <Button type="submit" className="self-start" aria-disabled={busy || undefined}>
        {remote ? "Save" : "Follow it"}
      </Button>
    </form>
  );
}
