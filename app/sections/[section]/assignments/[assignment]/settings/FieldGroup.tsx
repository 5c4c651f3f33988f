import type { ReactNode } from "react";

interface FieldGroupProps {
  title: string;
  note?: string;
  children: ReactNode;
}

/** Fields that belong together, under a heading. */
export function FieldGroup({ title, note, children }: FieldGroupProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="font-semibold text-lg">{title}</legend>
      {note ? <p className="text-muted text-sm">{note}</p> : null}
      <div className="mt-3 grid items-start gap-4 sm:grid-cols-2">{children}</div>
    </fieldset>
  );
}
