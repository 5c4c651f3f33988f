"use client";

import { useActionState } from "react";
import { Button } from "@/lib/ui/button";
import { FormAlert } from "@/lib/ui/FormAlert";
import { untouched } from "@/lib/ui/filled-form";
import { SelectField } from "@/lib/ui/SelectField";
import { TextField } from "@/lib/ui/TextField";
import { apply } from "../actions";

interface ApplyFormProps {
  section: string;
  regrade: string;
  /** Whether some students' numbers could not be judged anew. */
  anyLost: boolean;
  voids: boolean;
}

/** Says how a regrade is applied, and why. */
export function ApplyForm({ section, regrade, anyLost, voids }: ApplyFormProps) {
  const [{ values, errors }, act, busy] = useActionState(apply, untouched);
  const treatment = values.treatment ?? (voids ? "void" : "keep");
  return (
    <form action={act} className="mt-6 flex max-w-xl flex-col gap-4" noValidate>
      <input type="hidden" name="section" value={section} />
      <input type="hidden" name="regrade" value={regrade} />
      <FormAlert message={errors.form} />
      <SelectField
        label="Points that would go down"
        name="policy"
        defaultValue={values.policy ?? "keep-higher"}
        error={errors.policy}
      >
        <option value="keep-higher">stay: every student keeps the higher</option>
        <option value="apply">go down</option>
      </SelectField>
      {anyLost ? (
        <SelectField
          label="Lost: numbers that can’t be regraded"
          name="treatment"
          defaultValue={treatment}
          error={errors.treatment}
          note="Void answers no longer count, and students who can still answer get new numbers. An excused exercise is left out of the student’s points."
        >
          {voids ? null : <option value="keep">keep what they earned</option>}
          <option value="void">are void</option>
          <option value="excuse">are excused</option>
        </SelectField>
      ) : (
        <input type="hidden" name="treatment" value="keep" />
      )}
      <TextField
        label="What was wrong"
        name="reason"
        defaultValue={values.reason}
        error={errors.reason}
        note="Students read this beside their points."
      />
      <div>
        <Button type="submit" variant="primary" aria-disabled={busy || undefined}>
          Apply
        </Button>
      </div>
    </form>
  );
}
