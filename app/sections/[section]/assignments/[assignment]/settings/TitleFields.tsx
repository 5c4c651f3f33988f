import { FieldFrame } from "@/lib/ui/FieldFrame";
import { SelectField } from "@/lib/ui/SelectField";
import { TextField } from "@/lib/ui/TextField";
import { FieldGroup } from "./FieldGroup";
import type { FieldTexts } from "./field-texts";

interface TitleFieldsProps {
  fields: FieldTexts;
  categories: readonly { id: string; name: string }[];
}

/** What an assignment is called, what stands above it, and what it counts under. */
export function TitleFields({ fields: { text, error }, categories }: TitleFieldsProps) {
  return (
    <FieldGroup title="What it is">
      <TextField
        label="Title"
        name="title"
        required
        defaultValue={text("title")}
        error={error("title")}
      />
      {categories.length > 0 ? (
        <SelectField
          label="Category"
          name="category"
          defaultValue={text("category")}
          note="Decides weights and dropped scores."
          error={error("category")}
        >
          <option value="">none</option>
          {categories.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      ) : (
        <input type="hidden" name="category" value="" />
      )}
      <div className="sm:col-span-2">
        <FieldFrame
          label="Introduction"
          note="Shown above the exercises. Markdown, with formulas between dollar signs."
          error={error("intro")}
        >
          {({ className, ...framed }) => (
            <textarea
              {...framed}
              name="intro"
              rows={4}
              defaultValue={text("intro")}
              className={`${className} py-2`}
            />
          )}
        </FieldFrame>
      </div>
    </FieldGroup>
  );
}
