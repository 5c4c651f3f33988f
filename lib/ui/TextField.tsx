import type { ComponentProps } from "react";
import { FieldFrame, type FieldWords } from "./FieldFrame";

/** A field of a form to type in. */
export function TextField({ label, note, error, ...input }: FieldWords & ComponentProps<"input">) {
  return (
    <FieldFrame label={label} note={note} error={error}>
      {(framed) => <input {...input} {...framed} />}
    </FieldFrame>
  );
}
