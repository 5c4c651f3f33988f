import type { z } from "zod";

/** What a form shows after it was sent: what was typed and what to mend, by the names of its fields; `form` for all of it. */
export interface FilledForm<Field extends string> {
  readonly values: Partial<Record<Field, string>>;
  readonly errors: Partial<Record<Field | "form", string>>;
  /** What was done, where nothing is to be mended. */
  readonly done?: string;
}

/** A form before it was sent. */
export const untouched: FilledForm<string> = { values: {}, errors: {} };

/** A field's text; "" where the form has none. Without character 0, which no field shows and no record can hold. */
export const textIn = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value.replaceAll("\0", "") : "";
};

/** The state that shows what is to be mended and keeps what was typed into these fields. */
export function refusedForm<Field extends string>(
  form: FormData,
  fields: readonly Field[],
  errors: FilledForm<Field>["errors"],
): FilledForm<Field> {
  const values: Partial<Record<Field, string>> = {};
  for (const field of fields) {
    const value = form.get(field);
    if (typeof value === "string") values[field] = value;
  }
  return { values, errors };
}

/** The first message for each field that zod refused; under `form` what it refused of the whole. */
export function firstErrors(error: z.ZodError): Partial<Record<string, string>> {
  const errors: Partial<Record<string, string>> = {};
  for (const { path, message } of error.issues) errors[String(path[0] ?? "form")] ??= message;
  return errors;
}
