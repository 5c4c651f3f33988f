/** Characters that may stand before the drawing: the longest that programs write is about 1,500. */
const mostBefore = 4_000;

/** Whether a text's first element is `<svg>`. What runs in one is not looked for: it is served so that nothing can run. Each
 *  character before it is looked at a few times at most, whatever stands there. */
export function isSvgText(text: string): boolean {
  const start = text.slice(0, mostBefore);
  for (let at = 0; at !== -1; ) {
    at += /^\s*/.exec(start.slice(at))![0].length;
    if (/^<svg[\s>]/.test(start.slice(at, at + 5))) return true;
    at = behindPrologue(start, at);
  }
  return false;
}

/** Where the instruction, comment or document type that begins at a place ends; -1 where none does. */
function behindPrologue(text: string, at: number): number {
  if (text.startsWith("<?", at)) return behind(text, "?>", at + 2);
  if (text.startsWith("<!--", at)) return behind(text, "-->", at + 4);
  if (!text.startsWith("<!DOCTYPE", at)) return -1;
  const ends = text.indexOf(">", at);
  const opens = text.indexOf("[", at);
  if (opens === -1 || ends < opens) return behind(text, ">", at);
  const closes = behind(text, "]", opens);
  return closes === -1 ? -1 : behind(text, ">", closes);
}

function behind(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from);
  return at === -1 ? -1 : at + sign.length;
}
