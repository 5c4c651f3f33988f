/** A piece of an example: how it is coloured, or nothing. */
export interface Piece {
  readonly text: string;
  readonly look?: "tag" | "name" | "text" | "number" | "comment";
}

const looks = ["comment", "text", "tag", "name", "number"] as const;

/** What is told apart in examples of MDX, YAML and the shell: comments, texts, tags, the names of attributes and keys, and
 *  numbers. */
const grammar =
  /(\{\/\*[\s\S]*?\*\/\}|(?<=^|\s)#\s.*$)|("[^"\n]*"|'[^'\n]*')|(<\/?[A-Z]\w*|\/?>(?=\s|$|<))|(\b[\w-]+(?==[{"])|^\s*(?:- )?[\w-]+:(?=\s|$))|((?<![\w.])-?\d+(?:\.\d+)?(?![\w.]))/gm;

/** An example cut into pieces that are told apart by colour. Together they are the example. */
export function highlight(code: string): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const match of code.matchAll(grammar)) {
    if (match.index > done) pieces.push({ text: code.slice(done, match.index) });
    const found = match.slice(1).findIndex((group) => group !== undefined);
    const look = looks[found];
    pieces.push(look ? { text: match[0], look } : { text: match[0] });
    done = match.index + match[0].length;
  }
  if (done < code.length) pieces.push({ text: code.slice(done) });
  return pieces;
}
