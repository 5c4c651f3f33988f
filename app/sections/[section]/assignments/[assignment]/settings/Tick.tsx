import type { FieldTexts } from "./field-texts";

/** Something that is so or is not. */
export function Tick({ fields, name, label }: { fields: FieldTexts; name: string; label: string }) {
  return (
    <label className="flex min-h-9 items-center gap-2.5 sm:col-span-2">
      <input
        type="checkbox"
        name={name}
        defaultChecked={fields.text(name) === "on"}
        className="size-4 shrink-0 accent-accent"
      />
      {label}
    </label>
  );
}
