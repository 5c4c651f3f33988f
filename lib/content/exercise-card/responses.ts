/** Fields of a form that hold responses begin with this. */
const prefix = "r.";

export type Responses = Readonly<Record<string, string>>;

/** The form field of a part. */
export const fieldOf = (part: string): string => `${prefix}${part}`;

/** What was typed to each part of a form. The boxes ticked in one part are one response, joined by commas. */
export function responsesOf(form: FormData | URLSearchParams): Responses {
  const responses: Record<string, string> = {};
  for (const name of new Set(form.keys())) {
    if (!name.startsWith(prefix)) continue;
    // A form sent without scripts has its lines end in CRLF.
    const values = form
      .getAll(name)
      .flatMap((value) => (typeof value === "string" ? asShown(value) : []));
    responses[name.slice(prefix.length)] = values.join(",");
  }
  return responses;
}

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
