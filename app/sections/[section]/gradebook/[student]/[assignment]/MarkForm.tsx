"use client";

import { useActionState } from "react";
import { Button } from "@/lib/ui/button";
import { FieldFrame } from "@/lib/ui/FieldFrame";
import { FormAlert } from "@/lib/ui/FormAlert";
import { FormDone } from "@/lib/ui/FormDone";
import { type FilledForm, untouched } from "@/lib/ui/filled-form";
import { TextField } from "@/lib/ui/TextField";

interface MarkFormProps {
  act: (state: FilledForm<string>, form: FormData) => Promise<FilledForm<string>>;
  /** Whose work it is about, by the names of the form's hidden fields. */
  place: Readonly<Record<string, string>>;
  kept: { override: number | null; excused: boolean; comment: string };
  possible: number;
  /** What answers earned, as points. */
  earned: number;
  /** "this exercise" or "the whole assignment". */
  what: string;
}

/** A mark in place of what was earned, leaving out, and a comment. The student sees all of it, and why. */
export function MarkForm({ act, place, kept, possible, earned, what }: MarkFormProps) {
  const [{ values, errors, done }, send, busy] = useActionState(act, untouched);
  const refused = Object.keys(errors).length > 0;
  const points = kept.override === null ? "" : String(thousandth(kept.override * possible));
  return (
    <form
      action={send}
      // What is kept comes back with the page: fields begin anew with it.
      key={refused ? "refused" : JSON.stringify(kept)}
      noValidate
      className="mt-4 flex max-w-xl flex-col gap-4"
    >
      {Object.entries(place).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="seen" value={JSON.stringify(kept)} />
      <FormAlert message={errors.form} />
      <FormDone message={done} />
      <TextField
        label={`Mark for ${what}, of ${possible}`}
        name="mark"
        autoComplete="off"
        defaultValue={values.mark ?? points}
        note={`Points, or a share such as 85 %. Leave it empty to keep what they earned: ${thousandth(earned)}.`}
        error={errors.mark}
      />
      <label className="flex min-h-9 items-center gap-2.5">
        <input
          type="checkbox"
          name="excused"
          value="yes"
          defaultChecked={refused ? values.excused === "yes" : kept.excused}
          className="size-4 accent-accent"
        />
        Excused: it doesn’t count for or against them
      </label>
      <FieldFrame label="Comment for the student" error={errors.comment}>
        {(framed) => (
          <textarea
            {...framed}
            name="comment"
            rows={3}
            defaultValue={values.comment ?? kept.comment}
            className={`${framed.className} py-2`}
          />
        )}
      </FieldFrame>
      <TextField
        label="Why"
        name="reason"
        maxLength={500}
        autoComplete="off"
        defaultValue={values.reason ?? ""}
        note="Needed if you change the mark or excuse them. It’s kept with the change, and the student sees it."
        error={errors.reason}
      />
      <div>
        <Button type="submit" variant="primary" aria-disabled={busy || undefined}>
          Save
        </Button>
      </div>
    </form>
  );
}

const thousandth = (value: number) => Math.round(value * 1000) / 1000;
