/** What a form's fields hold and what is wrong with it, by their names. */
export interface FieldTexts {
  readonly text: (name: string) => string;
  readonly error: (name: string) => string | undefined;
}
