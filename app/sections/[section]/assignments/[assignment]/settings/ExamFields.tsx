import { FieldFrame } from "@/lib/ui/FieldFrame";
import { SelectField } from "@/lib/ui/SelectField";
import { TextField } from "@/lib/ui/TextField";
import { FieldGroup } from "./FieldGroup";
import type { FieldTexts } from "./field-texts";

const names = ["minutes", "pages", "password", "addresses"] as const;

/** What an exam has besides: its time, its pages, and who can begin it where. Homework keeps these as they are. */
export function ExamFields({ fields, shown }: { fields: FieldTexts; shown: boolean }) {
  const { text, error } = fields;
  if (!shown)
    return names.map((name) => <input key={name} type="hidden" name={name} value={text(name)} />);
  return (
    <FieldGroup title="Exam">
      <TextField
        label="Time limit, in minutes"
        name="minutes"
        inputMode="numeric"
        defaultValue={text("minutes")}
        note="Runs from when each student begins. Standing accommodations extend it. Leave empty for no limit."
        error={error("minutes")}
      />
      <SelectField label="Pages" name="pages" defaultValue={text("pages")} error={error("pages")}>
        <option value="all">all exercises on one page</option>
        <option value="one">one exercise per page</option>
      </SelectField>
      <TextField
        label="Password"
        name="password"
        autoComplete="off"
        defaultValue={text("password")}
        note="Each student types it to begin. Leave empty if you need none."
        error={error("password")}
      />
      <FieldFrame
        label="Addresses it can be worked on from"
        note="One per line: 192.0.2.7, or a range such as 10.0.0.0/8. Leave empty for anywhere."
        error={error("addresses")}
      >
        {({ className, ...framed }) => (
          <textarea
            {...framed}
            name="addresses"
            rows={3}
            defaultValue={text("addresses")}
            className={`${className} py-2 font-mono text-sm`}
          />
        )}
      </FieldFrame>
    </FieldGroup>
  );
}
