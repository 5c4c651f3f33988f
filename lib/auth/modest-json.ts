interface Most {
  readonly depth: number;
  /** Of all lists and records together. */
  readonly values: number;
}

/** Whether a text, read as JSON, nests no deeper and lists no more than this: seen in one pass, before anything is made of it.
 *  Reading many small values takes a hundred times as long as passing over them. */
export function isModest(text: string, most: Most): boolean {
  let [depth, values, isQuoted] = [0, 0, false];
  for (let i = 0; i < text.length; i++) {
    const letter = text.charCodeAt(i);
    if (letter === quote) isQuoted = !isQuoted;
    else if (isQuoted) i += letter === backslash ? 1 : 0;
    else if (opening.has(letter)) depth++;
    else if (closing.has(letter)) depth--;
    if (isQuoted || (letter !== comma && !opening.has(letter))) continue;
    values++;
    if (depth > most.depth || values > most.values) return false;
  }
  return true;
}

const codes = (letters: string) => new Set([...letters].map((letter) => letter.charCodeAt(0)));
const [opening, closing] = [codes("[{"), codes("]}")];
const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
