import type { Wording } from "./wording";

/** As long as a label may be that stands in a sentence. */
const mostCharacters = 60;

/** A part as a sentence can name it, by its label: the formula that this begins with, else all of it. Markdown with TeX.
 *  What its author calls it in the source is nobody else's word. */
export function nameInWords(label: string): string {
  const formula = /^\s*(\$[^$]+\$)/.exec(label)?.[1];
  if (formula) return formula.replaceAll("\\dfrac", "\\tfrac");
  const text = label.trim().replace(/[.:]$/, "");
  return text === "" ? "the part above it" : `“${shortened(text)}”`;
}

/** The first words of a text that is too long, with no formula cut in two. */
function shortened(text: string): string {
  if (text.length <= mostCharacters) return text;
  const words = text.match(/(?:\$[^$]*\$|[^\s$])+/g) ?? [];
  let kept = "";
  for (const word of words) {
    if (`${kept} ${word}`.length > mostCharacters) break;
    kept = `${kept} ${word}`.trim();
  }
  return `${kept || words[0]} …`;
}

/** What a field is called that its author gives no label: the answer, or one of several. */
export const standIn = (i: number, count: number): string =>
  count === 1 ? "Your answer" : `Answer ${i + 1}`;

/** Whether a label is one of these. */
export const isStandIn = ([first, ...rest]: Wording): boolean =>
  rest.length === 0 && typeof first === "string" && /^(?:Your answer|Answer \d+)$/.test(first);
