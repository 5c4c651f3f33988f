"use client";

import { useActionState } from "react";
import type { Grading } from "@/lib/assessment/gradebook/grading";
import { Button } from "@/lib/ui/button";
import { FormAlert } from "@/lib/ui/FormAlert";
import { FormDone } from "@/lib/ui/FormDone";
import { TextField } from "@/lib/ui/TextField";
import { saveGrading } from "./actions";
import { type GradingState, typedOf } from "./grading-state";

interface GradingFormProps {
  section: string;
  grading: Grading;
}

/** A section's categories with their weights, and the letters for its totals. */
export function GradingForm({ section, grading }: GradingFormProps) {
  const start: GradingState = { typed: typedOf(grading), errors: {} };
  const [{ typed, errors, done }, act, busy] = useActionState(saveGrading, start);
  const refused = Object.keys(errors).length > 0;
  return (
    <form action={act} key={JSON.stringify(typed)} noValidate className="mt-6 flex flex-col gap-8">
      <input type="hidden" name="section" value={section} />
      <FormAlert
        message={refused ? "Nothing was saved yet: fix what’s marked, then save again." : undefined}
      />
      <FormDone message={done} />
      <fieldset>
        <legend className="font-semibold text-lg">Categories</legend>
        <p className="max-w-xl text-muted text-sm">
          Without categories a total adds up all points. With them, an assignment counts within its
          category by its points, and the categories by their weights. To remove one, empty its row:
          its assignments then don’t count until you give them another.
        </p>
        <ul className="mt-3 flex flex-col gap-3">
          {typed.categories.map(({ id, name, weight, drop }, i) => (
            <li key={i} className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_7rem_9rem]">
              <input type="hidden" name="id" value={id} />
              <TextField
                label={`Category ${i + 1}`}
                name="name"
                defaultValue={name}
                error={errors[`name.${i}`]}
              />
              <TextField
                label="Weight"
                name="weight"
                inputMode="decimal"
                defaultValue={weight}
                error={errors[`weight.${i}`]}
              />
              <TextField
                label="Lowest dropped"
                name="drop"
                inputMode="numeric"
                defaultValue={drop}
                error={errors[`drop.${i}`]}
              />
            </li>
          ))}
        </ul>
      </fieldset>
      <fieldset>
        <legend className="font-semibold text-lg">Letters</legend>
        <p className="max-w-xl text-muted text-sm">
          The lowest total, in percent, that earns each. Totals are compared to the tenth of a
          percent, as shown.
        </p>
        <ul className="mt-3 flex max-w-sm flex-col gap-3">
          {typed.letters.map(({ name, from }, i) => (
            <li key={i} className="grid grid-cols-2 gap-3">
              <TextField
                label={`Letter ${i + 1}`}
                name="letter"
                defaultValue={name}
                error={errors[`letter.${i}`]}
              />
              <TextField
                label="From, in %"
                name="from"
                inputMode="decimal"
                defaultValue={from}
                error={errors[`from.${i}`]}
              />
            </li>
          ))}
        </ul>
      </fieldset>
      <div>
        <Button type="submit" variant="primary" aria-disabled={busy || undefined}>
          Save
        </Button>
      </div>
    </form>
  );
}
