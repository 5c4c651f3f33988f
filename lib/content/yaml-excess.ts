import { Lexer } from "yaml";

/** Characters of one YAML text. */
const longest = 100_000;
/** Keys, entries of lists and whatever else a parser takes up one by one. */
const most = 4_000;

/** What is more in a YAML text than parsing it may cost, or costs more than it is worth; undefined where there is nothing. */
export function excessOf(
  text: string,
): { readonly problem: string; readonly mend?: string } | undefined {
  if (text.length > longest) return { problem: `this is longer than ${longest} characters` };
  let signs = 0;
  let isText = false;
  for (const token of new Lexer().lex(text)) {
    // Behind this mark stands what is no sign, whatever it looks like.
    const isSign = !isText && /^(?:[-?:,]$|---|%|[&*!"'])/.test(token);
    isText = token === textMark;
    if (!isSign) continue;
    // In each other, these take a parser for ever.
    if (token === "?") return { problem: "a key begins with ?", mend: "Write it as key: value." };
    signs += 1;
    if (signs > most) return { problem: tooMany, mend: "Leave out what the course doesn’t use." };
  }
  return undefined;
}

const textMark = "\x1f";

const tooMany = `this has more than ${most.toLocaleString("en-GB")} keys, entries of lists and texts in quotes`;
