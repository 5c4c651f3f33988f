import type { ComponentProps } from "react";
import { FieldFrame, type FieldWords } from "./FieldFrame";

/** A choice of one in a form; its options are its children. */
export function SelectField({
  label,
  note,
  error,
  ...select
}: FieldWords & ComponentProps<"select">) {
  return (
    <FieldFrame label={label} note={note} error={error}>
      {(framed) => <select {...select} {...framed} />}
    </FieldFrame>
  );
}
