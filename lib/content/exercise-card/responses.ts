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
    const values = form.getAll(name).filter((value) => typeof value === "string");
    responses[name.slice(prefix.length)] = values.join(",");
  }
  return responses;
}

/** The responses in a form that are no longer what the page came with: typed before its scripts ran. */
export function typedInto(form: HTMLFormElement): Responses {
  const changed = [...form.elements].filter(isChanged).map(({ name }) => name);
  return Object.fromEntries(
    Object.entries(responsesOf(new FormData(form))).filter(([part]) =>
      changed.includes(fieldOf(part)),
    ),
  );
}

function isChanged(field: Element): field is HTMLInputElement | HTMLTextAreaElement {
  if (field instanceof HTMLInputElement && ["radio", "checkbox"].includes(field.type))
    return field.checked !== field.defaultChecked;
  return (
    (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) &&
    field.value !== field.defaultValue
  );
}
