/** An exercise's form as the page sends it: what a browser without scripts would have to send back. */
export interface SentForm {
  readonly hidden: Readonly<Record<string, string>>;
  readonly fields: readonly SentField[];
}

export interface SentField {
  readonly name: string;
  /** The values it offers, where it offers any. */
  readonly options: readonly string[];
}

/** The exercises' forms in a page's HTML, in order. */
export function formsIn(html: string): SentForm[] {
  const forms = html.match(/<form\b[^>]*action="\/api\/submissions"[\s\S]*?<\/form>/g) ?? [];
  return forms.map((form) => {
    const controls = [...form.matchAll(/<(?:input|textarea)\b[^>]*>/g)].map(([tag]) => tag);
    const hidden = controls.filter((tag) => attribute(tag, "type") === "hidden");
    const named = controls.filter((tag) => attribute(tag, "name").startsWith("r."));
    const names = [...new Set(named.map((tag) => attribute(tag, "name")))];
    return {
      hidden: Object.fromEntries(
        hidden.map((tag) => [attribute(tag, "name"), attribute(tag, "value")]),
      ),
      fields: names.map((name) => ({
        name,
        options: optionsOf(named.filter((tag) => attribute(tag, "name") === name)),
      })),
    };
  });
}

/** The ids of a choice; of steps to be placed, the places in the order shown. */
function optionsOf(tags: readonly string[]): string[] {
  if (tags.length < 2) return [];
  const values = tags.map((tag) => attribute(tag, "value"));
  return values.every((value) => value !== "") ? values : [tags.map((_, i) => i + 1).join(",")];
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
}
