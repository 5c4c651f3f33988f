/** A lesson's text cut before and after each of its exercises, so that it can be parsed a piece at a time: every piece
 *  begins with as many blanks as stand before it, and so keeps its lines and offsets. One piece where a cut could change
 *  what the text means: where there is code in fences, an address by reference, or a formula across a cut. */
export function piecesOf(source: string): readonly string[] {
  if (/^[ \t]*(?:```|~~~)|^ {0,3}\[[^\]\n]*\]:/m.test(source)) return [source];
  const cuts = [...source.matchAll(/(?<=\n[ \t]*\r?\n)(?=<Exercise[\s>])/g)].map(
    ({ index }) => index,
  );
  const ends = [...source.matchAll(/^<\/Exercise>[ \t]*\r?\n(?=[ \t]*\r?\n)/gm)].map(
    ({ 0: tag, index }) => index + tag.length,
  );
  const from = [0, ...cuts, ...ends].sort((a, b) => a - b);
  const texts = from.map((start, i) => source.slice(start, from[i + 1]));
  const whole = texts.every((text) => (text.match(/^[ \t]*\$\$/gm)?.length ?? 0) % 2 === 0);
  if (!whole) return [source];
  return texts.map((text, i) => blanks(source.slice(0, from[i])) + text);
}

function blanks(before: string): string {
  const lines = before.split("\n").length - 1;
  return " ".repeat(before.length - lines) + "\n".repeat(lines);
}
