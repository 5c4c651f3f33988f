import { TextField } from "@/lib/ui/TextField";
import { FieldGroup } from "./FieldGroup";
import type { FieldTexts } from "./field-texts";

const dates = [
  { name: "opensAt", label: "Opens", note: "Students can see the exercises from then on." },
  { name: "dueAt", label: "Due", note: "Anything after this is late." },
  {
    name: "closesAt",
    label: "Closes",
    note: "Late work is accepted until then. Same as the due date if you take none.",
  },
] as const;

/** When an assignment opens, is due and closes. */
export function DateFields({ fields, zone }: { fields: FieldTexts; zone: string }) {
  return (
    <FieldGroup title="Dates" note={`In the section’s time zone, ${zone}.`}>
      {dates.map(({ name, label, note }) => (
        <TextField
          key={name}
          label={label}
          name={name}
          type="datetime-local"
          required
          defaultValue={fields.text(name)}
          note={note}
          error={fields.error(name)}
        />
      ))}
    </FieldGroup>
  );
}
