import { decode } from "./decode";
import { limits } from "./limits";

/** Rows that somebody gave, as text; and of a file, in which encoding it was. */
export interface GivenRows {
  readonly text: string;
  /** Null for what was pasted. */
  readonly encoding: string | null;
}

/** What is said where no rows can be had from a form: none were given, the file is too large, or it is no text. */
export interface RowsSaid {
  readonly none: string;
  readonly tooBig: string;
  readonly notText: string;
}

/** The rows in a form's fields `file` and `text`: a file goes before what was pasted. */
export async function rowsInForm(
  form: FormData,
  said: RowsSaid,
): Promise<GivenRows | { readonly error: string }> {
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) {
    const text = form.get("text");
    if (typeof text === "string" && /\S/.test(text)) return { text, encoding: null };
    return { error: said.none };
  }
  if (file.size > limits.bytes) return { error: said.tooBig };
  return decode(new Uint8Array(await file.arrayBuffer())) ?? { error: said.notText };
}
