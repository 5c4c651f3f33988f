/** Fields of a form that hold responses begin with this; those that say what a page knows of a part's earlier texts, and
 *  what a page without scripts came with, begin with the others. */
const prefix = "r.";
const knownPrefix = "known.";
const wasPrefix = "was.";

export type Responses = Readonly<Record<string, string>>;

/** The form field of a part. */
export const fieldOf = (part: string): string => `${prefix}${part}`;

/** The form fields of the texts that a page knows to have stood in a part. */
export const knownFieldOf = (part: string): string => `${knownPrefix}${part}`;

/** The form field of the text that a part came with. */
export const wasFieldOf = (part: string): string => `${wasPrefix}${part}`;

/** What was typed to each part of a form. The boxes ticked in one part are one response, joined by commas. */
export function responsesOf(form: FormData | URLSearchParams): Responses {
  return joined(textsIn(form, prefix), ",");
}

/** The texts that a form's page knows to have stood in its parts, by part. */
export const knownIn = (form: URLSearchParams): Readonly<Record<string, readonly string[]>> =>
  textsIn(form, knownPrefix);

/** What a page without scripts came with, by part. */
export const cameWith = (form: URLSearchParams): Responses => joined(textsIn(form, wasPrefix), "");

function textsIn(form: FormData | URLSearchParams, prefix: string): Record<string, string[]> {
  const texts = new Map<string, string[]>();
  for (const [name, value] of form) {
    if (!name.startsWith(prefix) || typeof value !== "string") continue;
    const part = name.slice(prefix.length);
    // A form sent without scripts has its lines end in CRLF.
    texts.set(part, [...(texts.get(part) ?? []), asShown(value)]);
  }
  return Object.fromEntries(texts);
}

const joined = (texts: Record<string, string[]>, by: string): Responses =>
  Object.fromEntries(Object.entries(texts).map(([part, all]) => [part, all.join(by)]));

/** The responses in a form that are no longer what the page came with: typed before its scripts ran. */
export function typedInto(form: HTMLFormElement): Responses {
  const all = responsesOf(new FormData(form));
  const parts = [...form.elements]
    .filter(isChanged)
    .filter(({ name }) => name.startsWith(prefix))
    .map(({ name }) => name.slice(prefix.length));
  return Object.fromEntries(parts.map((part) => [part, all[part] ?? ""]));
}

const asShown = (text: string) => text.replaceAll("\r\n", "\n");

function isChanged(field: Element): field is HTMLInputElement | HTMLTextAreaElement {
  if (field instanceof HTMLInputElement && ["radio", "checkbox"].includes(field.type))
    return field.checked !== field.defaultChecked;
  return (
    (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) &&
    asShown(field.value) !== asShown(field.defaultValue)
  );
}
