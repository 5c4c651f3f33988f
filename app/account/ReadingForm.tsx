"use client";

import { useActionState } from "react";
import { Button } from "@/lib/ui/button";
import { untouched } from "@/lib/ui/filled-form";
import { SelectField } from "@/lib/ui/SelectField";
import { saveReading } from "./actions";

interface ReadingFormProps {
  /** The zones that can be chosen. */
  readonly zones: readonly string[];
  /** The one chosen; null for the browser's. */
  readonly timeZone: string | null;
  readonly decimalComma: boolean;
}

/** How times and numbers are shown to the account's owner. */
export function ReadingForm({ zones, timeZone, decimalComma }: ReadingFormProps) {
  const [{ values, errors }, act, busy] = useActionState(saveReading, untouched);
  const decimals = values.decimals ?? (decimalComma ? "comma" : "point");
  return (
    <form action={act} className="mt-4 flex max-w-sm flex-col gap-4" noValidate>
      <SelectField
        label="Time zone"
        name="timeZone"
        defaultValue={values.timeZone ?? timeZone ?? ""}
        error={errors.timeZone}
        note="We’ll show all times in it."
      >
        <option value="">The one this device is set to</option>
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll("_", " ")}
          </option>
        ))}
      </SelectField>
      <fieldset>
        <legend className="font-medium text-sm">Numbers</legend>
        <Choice value="point" chosen={decimals} label="Decimal point" like="0.25" />
        <Choice value="comma" chosen={decimals} label="Decimal comma" like="0,25" />
        <p className="mt-1 text-muted text-sm">You can type either, whichever you choose.</p>
      </fieldset>
      <div>
        <Button type="submit" aria-disabled={busy || undefined}>
          Save times and numbers
        </Button>
      </div>
    </form>
  );
}

interface ChoiceProps {
  readonly value: string;
  readonly chosen: string;
  readonly label: string;
  readonly like: string;
}

function Choice({ value, chosen, label, like }: ChoiceProps) {
  return (
    <label className="mt-2 flex items-baseline gap-2">
      <input type="radio" name="decimals" value={value} defaultChecked={value === chosen} />
      {label}
      <span data-as-typed className="text-muted tabular-nums">
        {like}
      </span>
    </label>
  );
}
