"use client";

import { useActionState } from "react";
import { Button } from "@/lib/ui/button";
import { FormAlert } from "@/lib/ui/FormAlert";
import { FormDone } from "@/lib/ui/FormDone";
import { SelectField } from "@/lib/ui/SelectField";
import { TextField } from "@/lib/ui/TextField";
import { unchanged } from "../change-state";
import { giveExtension } from "./actions";

interface ExtensionFormProps {
  section: string;
  assignment: string;
  receivers: { students: readonly { id: string; name: string }[]; groups: readonly string[] };
  zone: string;
  /** Whether the assignment can have a time limit. */
  hasLimit: boolean;
}

/** Gives a student or a group an extension. */
export function ExtensionForm({
  section,
  assignment,
  receivers: { students, groups },
  zone,
  hasLimit,
}: ExtensionFormProps) {
  const [{ values, errors, done, turn }, act, busy] = useActionState(giveExtension, unchanged);
  const typed = (name: string) => ({ name, defaultValue: values[name], error: errors[name] });
  return (
    <form
      action={act}
      // A double click gives one.
      onSubmit={(event) => busy && event.preventDefault()}
      className="mt-4 flex flex-col gap-4"
      noValidate
    >
      <input type="hidden" name="section" value={section} />
      <input type="hidden" name="assignment" value={assignment} />
      <FormAlert message={errors.form} />
      <FormDone message={done} />
      <div key={turn} className="flex flex-col gap-4">
        <SelectField label="For" {...typed("to")} defaultValue={values.to ?? ""}>
          <option value="">choose a student or a group</option>
          {groups.length > 0 ? (
            <optgroup label="Groups">
              {groups.map((group) => (
                <option key={group} value={`group:${group}`}>
                  Everybody in {group}
                </option>
              ))}
            </optgroup>
          ) : null}
          <optgroup label="Students">
            {students.map(({ id, name }) => (
              <option key={id} value={`student:${id}`}>
                {name}
              </option>
            ))}
          </optgroup>
        </SelectField>
        <TextField
          label="Due"
          type="datetime-local"
          note={`In ${zone}. Leave empty to keep it.`}
          {...typed("dueAt")}
        />
        <TextField
          label="Closes"
          type="datetime-local"
          note="Leave empty to keep it; never before the due date."
          {...typed("closesAt")}
        />
        <TextField label="More attempts" inputMode="numeric" {...typed("extraAttempts")} />
        {hasLimit ? (
          <TextField label="More minutes" inputMode="numeric" {...typed("extraMinutes")} />
        ) : null}
        <TextField
          label="Reason"
          note="Kept with the change. Students don’t see it."
          {...typed("reason")}
        />
      </div>
      <div>
        <Button type="submit" variant="primary" aria-disabled={busy || undefined}>
          Give the extension
        </Button>
      </div>
    </form>
  );
}
