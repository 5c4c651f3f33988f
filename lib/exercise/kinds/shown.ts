import { exprsOf, type Wording } from "@/lib/exercise/wording";

/** Something shown in a drawn order. The id is a letter that stands for its place on the page, so that it tells
 *  nothing of the author's order. `text` is Markdown, or HTML once rendered. */
export interface Shown {
  readonly id: string;
  readonly text: string;
}

/** As many as there are letters to tell them apart. */
export const mostShown = 26;

/** Every id, or a place for every item, with room to spare. */
export const longestIds = 8 * mostShown;

/** The id of the item at this place on the page. */
export function idAt(place: number): string {
  return String.fromCharCode(97 + place);
}

/** The ids of a response such as "c,a"; undefined when one is no item's, or comes twice. */
export function readIds(raw: string, items: readonly Shown[]): string[] | undefined {
  const ids = raw
    .split(",")
    .map((id) => id.trim())
    .filter((id) => id !== "");
  const known = ids.every((id) => items.some((item) => item.id === id));
  return known && new Set(ids).size === ids.length ? ids : undefined;
}

/** The texts of the things a response names, in its order; those it names wrongly are left out. */
export function textsOf(
  raw: string,
  shown: readonly { readonly id: string; readonly text: string }[],
): string[] {
  const texts = new Map(shown.map(({ id, text }) => [id, text]));
  return raw.split(",").flatMap((id) => texts.get(id.trim()) ?? []);
}

/** Whether two texts with values in them come to the same, so that nobody can choose between them: as formulas or in prose. */
export function readAlike(items: readonly Shown[], wordings: readonly Wording[]): boolean {
  if (wordings.every((wording) => exprsOf(wording).length === 0)) return false;
  return hasTwice(items.map(({ text }) => text.replace(/[${}]/g, "").replaceAll("−", "-")));
}

const hasTwice = (texts: readonly string[]) => new Set(texts).size < texts.length;

/** How to call the items of one order by their ids in another: a function of ids. Undefined where the two do not show the
 *  same texts, or show one twice. */
export function renamed(
  from: readonly Shown[],
  to: readonly Shown[],
): ((id: string) => string) | undefined {
  const ids = new Map(
    from.map(({ id, text }) => [id, to.find((other) => other.text === text)?.id]),
  );
  const isTold = !hasTwice(from.map(({ text }) => text));
  if (!isTold || from.length !== to.length || [...ids.values()].includes(undefined))
    return undefined;
  return (id) => ids.get(id) ?? id;
}
