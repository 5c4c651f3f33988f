"use client";

import { useActionState } from "react";
import { Button } from "@/lib/ui/button";
import { untouched } from "@/lib/ui/filled-form";
import { TextField } from "@/lib/ui/TextField";
import { makeAssignment } from "./actions";

const kinds = [
  {
    kind: "homework",
    name: "Homework",
    note: "Students work on it whenever they like until it’s due.",
  },
  {
    kind: "exam",
    name: "Exam",
    note: "Students begin once and work against the clock: one attempt, and nothing shown before it closes.",
  },
] as const;

/** A new assignment's title and kind. */
export function NewAssignmentForm({ section }: { section: string }) {
  const [{ values, errors }, act, busy] = useActionState(makeAssignment, untouched);
  return (
    <form
      action={act}
      // A double click makes one.
      onSubmit={(event) => busy && event.preventDefault()}
      className="mt-6 flex flex-col gap-4"
      noValidate
    >
      <input type="hidden" name="section" value={section} />
      <TextField
        label="Title"
        name="title"
        required
        defaultValue={values.title}
        note="Students see it: “Homework 3”, say."
        error={errors.title}
      />
      <fieldset key={values.kind}>
        <legend className="font-medium text-sm">Kind</legend>
        {kinds.map(({ kind, name, note }) => (
          <label key={kind} className="mt-2 flex gap-3">
            <input
              type="radio"
              name="kind"
              value={kind}
              defaultChecked={kind === (values.kind ?? "homework")}
              className="mt-1 size-4 accent-accent"
            />
            <span>
              {name}
              <span className="block text-muted text-sm">{note}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div>
        <Button type="submit" variant="primary" aria-disabled={busy || undefined}>
          Create the assignment
        </Button>
      </div>
    </form>
  );
}
