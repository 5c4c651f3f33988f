/** A piece of a text, by its offsets, and what to write in its place. */
export interface QuickFix {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** What mends an issue by itself: where it proposes another word ("Did you mean log?"), that word in the place of the one it
 *  speaks of; undefined where there is no such proposal, or no such word at `at` or in the attribute that begins there. */
export function quickFixFor(
  text: string,
  at: number,
  { message, mend }: { readonly message: string; readonly mend: string },
): QuickFix | undefined {
  const proposed = /^Did you mean ([\w-]+)\?/.exec(mend)?.[1];
  if (!proposed) return undefined;
  const said = new Set(message.match(/[\w-]+/g));
  const attribute = /^[\w-]+=(?:"[^"]*"|\{[^{}]*\})?/.exec(text.slice(at))?.[0];
  const near = attribute ?? /^[^\w]?[\w-]+/.exec(text.slice(at))?.[0] ?? "";
  for (const { 0: word, index } of near.matchAll(/[\w-]+/g)) {
    if (said.has(word)) return { from: at + index, to: at + index + word.length, insert: proposed };
  }
  return undefined;
}
