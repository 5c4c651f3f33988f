"use client";

import { useActionState } from "react";
import { Button } from "@/lib/ui/button";
import { FieldFrame } from "@/lib/ui/FieldFrame";
import { FormAlert } from "@/lib/ui/FormAlert";
import { untouched } from "@/lib/ui/filled-form";
import { TextField } from "@/lib/ui/TextField";
import { answer } from "./actions";

interface AnswerFormProps {
  section: string;
  report: string;
  /** Points of the exercise. */
  possible: number;
}

/** Answers a student's report, with a mark where that is due. */
export function AnswerForm({ section, report, possible }: AnswerFormProps) {
  const [{ values, errors }, act, busy] = useActionState(answer, untouched);
  return (
    <form action={act} className="mt-3 flex max-w-xl flex-col gap-3" noValidate>
      <input type="hidden" name="section" value={section} />
      <input type="hidden" name="report" value={report} />
      <FormAlert message={errors.form} />
      <FieldFrame label="Your answer" note="The student reads it." error={errors.reply}>
        {(framed) => <textarea {...framed} name="reply" rows={3} defaultValue={values.reply} />}
      </FieldFrame>
      <TextField
        label={`Their mark from now on, of ${possible}`}
        name="mark"
        defaultValue={values.mark}
        error={errors.mark}
        note="Points, or a share such as 85 %. Leave it empty to keep the points."
      />
      <div>
        <Button type="submit" variant="primary" size="small" aria-disabled={busy || undefined}>
          Answer
        </Button>
      </div>
    </form>
  );
}
