import { SelectField } from "@/lib/ui/SelectField";
import { TextField } from "@/lib/ui/TextField";
import { FieldGroup } from "./FieldGroup";
import type { FieldTexts } from "./field-texts";
import { Tick } from "./Tick";

/** How often something may be tried, what that earns, and what comes off late work. */
export function RuleFields({ fields }: { fields: FieldTexts }) {
  const { text, error } = fields;
  const typed = (name: string) => ({ name, defaultValue: text(name), error: error(name) });
  return (
    <>
      <FieldGroup title="Attempts">
        <TextField
          label="Attempts"
          inputMode="numeric"
          note="Per part, or per exercise if each attempt gets new numbers. Leave empty for no limit."
          {...typed("attempts")}
        />
        <TextField
          label="Credit by attempt, in percent"
          note="“100, 80, 60” gives 60 % from the third attempt on."
          {...typed("credit")}
        />
        <SelectField
          label="Numbers for another attempt"
          name="numbers"
          defaultValue={text("numbers")}
          error={error("numbers")}
        >
          <option value="same">the same numbers</option>
          <option value="new">new numbers</option>
        </SelectField>
      </FieldGroup>
      <FieldGroup title="Late work" note="Anything between the due date and closing.">
        <TextField
          label="Points off, in percent per day"
          inputMode="decimal"
          note="For each day or part of a day."
          {...typed("latePerDay")}
        />
        <TextField
          label="But never below, in percent"
          inputMode="decimal"
          note="Late work keeps at least this share of its points."
          {...typed("lateFloor")}
        />
        <TextField
          label="Minutes of grace"
          inputMode="numeric"
          note="Work that arrives within them is on time."
          {...typed("graceMinutes")}
        />
        <Tick
          fields={fields}
          name="takesLateDays"
          label="Students may spend their late days on it, without asking"
        />
      </FieldGroup>
    </>
  );
}
