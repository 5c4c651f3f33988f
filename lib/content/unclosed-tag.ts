import type { Issue } from "@/lib/exercise";
import { elements } from "./elements";

/** How tags are closed. */
export const closeTags =
  "Close every tag: <Name …> … </Name>, or <Name … /> when it has nothing inside.";

/** What the parser says of a tag that is not closed: where it was opened, and maybe what was met in its stead. */
const opened = /closing tag for `<([\w.-]*)>` \((\d+):(\d+)/;
const met = /^Unexpected closing tag `(<\/[^`]*>)`/;
/** Of one that is closed in another block than the one it was opened in, it says the blocks alone. */
const elsewhere = /^Expected the closing tag `<\/([\w.-]*)>`[^(]*\((\d+):/;

/** The issue that a tag was left open, told where it was opened, which is where it is mended; undefined where the parser's
 *  reason is another. */
export function unclosedTag(reason: string, source: string): Issue | undefined {
  const [, apart, line] = elsewhere.exec(reason) ?? [];
  if (apart) {
    const message = `<${apart}> is closed in another block than it begins in`;
    const mend = `Put <${apart} …> and </${apart}> on lines of their own.`;
    return { ...lastOpening(apart, Number(line), source), message, mend };
  }
  const [found, name = "", fromLine, fromColumn] = opened.exec(reason) ?? [];
  if (!found) return undefined;
  const stray = met.exec(reason)?.[1];
  const message = stray ? `<${name}> is not closed before ${stray}` : `<${name}> is not closed`;
  const at = { line: Number(fromLine), column: Number(fromColumn) };
  return { ...at, message, mend: mendOf(name) };
}

/** Where a tag that is closed in the wrong block was opened: the last one before a line's end. */
function lastOpening(name: string, line: number, source: string) {
  const lines = source.split("\n").slice(0, line);
  for (let i = lines.length - 1; i >= 0; i--) {
    const column = lines[i]!.lastIndexOf(`<${name}`);
    if (column >= 0) return { line: i + 1, column: column + 1 };
  }
  return { line, column: 1 };
}

function mendOf(name: string): string {
  if (isEmpty(name)) {
    return `Nothing goes inside <${name}>: end it with />, as in <${name} … />.`;
  }
  return closeTags;
}

/** Whether nothing goes inside an element. */
export function isEmpty(name: string): boolean {
  const words = Object.hasOwn(elements, name) ? elements[name as keyof typeof elements] : undefined;
  return words?.begins.endsWith("/>") ?? false;
}
