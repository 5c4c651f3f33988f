import { shownThings, showWords } from "@/lib/assessment/terms/policy-words";
import { SelectField } from "@/lib/ui/SelectField";
import { FieldGroup } from "./FieldGroup";
import type { FieldTexts } from "./field-texts";
import { Tick } from "./Tick";

/** What students are shown, and when. */
export function ShowFields({ fields }: { fields: FieldTexts }) {
  return (
    <FieldGroup
      title="What students are shown, and when"
      note="It has closed for a student once we accept no more of their work, extensions included."
    >
      {Object.entries(shownThings).map(([name, label]) => (
        <SelectField
          key={name}
          label={label}
          name={name}
          defaultValue={fields.text(name)}
          error={fields.error(name)}
        >
          {Object.entries(showWords).map(([time, words]) => (
            <option key={time} value={time}>
              {words}
            </option>
          ))}
        </SelectField>
      ))}
      <Tick
        fields={fields}
        name="practice"
        label="Once it has closed, its exercises can be practised with new numbers"
      />
    </FieldGroup>
  );
}
