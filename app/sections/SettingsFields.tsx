import type { FilledForm } from "@/lib/ui/filled-form";
import { SelectField } from "@/lib/ui/SelectField";
import { TextField } from "@/lib/ui/TextField";

interface SettingsFieldsProps {
  state: FilledForm<string>;
  /** The time zones to choose from. The server's: a browser may know others. */
  zones: readonly string[];
  /** As they are kept, for a section that there is. */
  kept?: {
    name: string;
    startsOn: string | null;
    endsOn: string | null;
    timeZone: string;
    lateDays: number;
  };
}

/** The fields of a section's name and days. */
export function SettingsFields({ state: { values, errors }, zones, kept }: SettingsFieldsProps) {
  return (
    <>
      <TextField
        label="Name"
        name="name"
        required
        defaultValue={values.name ?? kept?.name}
        note="Students see it too: “Spring 2027, group A”, say."
        error={errors.name}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label="First day"
          name="startsOn"
          type="date"
          defaultValue={values.startsOn ?? kept?.startsOn ?? ""}
          error={errors.startsOn}
        />
        <TextField
          label="Last day"
          name="endsOn"
          type="date"
          defaultValue={values.endsOn ?? kept?.endsOn ?? ""}
          error={errors.endsOn}
        />
      </div>
      <SelectField
        label="Time zone"
        name="timeZone"
        defaultValue={values.timeZone ?? kept?.timeZone ?? "UTC"}
        note="Days and deadlines are meant in this zone."
        error={errors.timeZone}
      >
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll("_", " ")}
          </option>
        ))}
      </SelectField>
      <TextField
        label="Late days"
        name="lateDays"
        inputMode="numeric"
        defaultValue={values.lateDays ?? String(kept?.lateDays ?? 0)}
        note="Days in all that each student may hand in late without asking. An assignment can leave them out."
        error={errors.lateDays}
      />
    </>
  );
}
