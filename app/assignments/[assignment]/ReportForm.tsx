"use client";

import { useActionState } from "react";
import { Button } from "@/lib/ui/button";
import { FieldFrame } from "@/lib/ui/FieldFrame";
import { FormAlert } from "@/lib/ui/FormAlert";
import { FormDone } from "@/lib/ui/FormDone";
import { untouched } from "@/lib/ui/filled-form";
import { report } from "./report-actions";

interface ReportFormProps {
  assignment: string;
  assigned: string;
  title: string;
}

/** Where a student says that they think an answer was judged wrongly. Closed until they open it. */
export function ReportForm({ assignment, assigned, title }: ReportFormProps) {
  const [{ values, errors, done }, act, busy] = useActionState(report, untouched);
  return (
    <details open={errors.text || errors.form || done ? true : undefined}>
      <summary className="text-accent text-sm">
        My answer should be right<span className="sr-only">: {title}</span>
      </summary>
      <form action={act} className="mt-2 flex max-w-xl flex-col gap-3" noValidate>
        <input type="hidden" name="assignment" value={assignment} />
        <input type="hidden" name="assigned" value={assigned} />
        <FormAlert message={errors.form} />
        <FormDone message={done} />
        <FieldFrame
          label="What you think is wrong"
          note="Your instructor sees it with your numbers and everything you’ve sent."
          error={errors.text}
        >
          {(framed) => <textarea {...framed} name="text" rows={3} defaultValue={values.text} />}
        </FieldFrame>
        <div>
          <Button type="submit" size="small" aria-disabled={busy || undefined}>
            Send the report
          </Button>
        </div>
      </form>
    </details>
  );
}
