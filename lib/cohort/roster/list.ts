import type { Row } from "./separate";

/** Whether most lines of a text are an address alone, or a name with an address in brackets; or, where the text runs on as
 *  a mail program's "To" does, its entries are. */
export function isList(head: string): boolean {
  const lines = head.split("\n").filter((line) => line.trim() !== "");
  const entries = runsOn(lines) ? lines.flatMap(entriesOf) : lines;
  return entries.filter(isEntry).length * 2 > entries.length;
}

/** The entries of a list as rows of one cell, from `line` on: one a line, unless the text runs on. */
export function listRows(text: string, line: number): Row[] {
  const lines = text.split("\n");
  const several = runsOn(lines.filter((one) => one.trim() !== ""));
  return lines.flatMap((whole, at) =>
    (several ? entriesOf(whole) : [whole]).map((cell) => ({ line: line + at, cells: [cell] })),
  );
}

const entry = /^(?:[^<>@\t]*<\s*[^\s<>@]+@[^\s<>@]+\s*>|\s*[^\s<>,;|@]+@[^\s<>,;|@]+)[\s;,]*$/;

const isEntry = (text: string) => entry.test(text.slice(0, 500));

/** Whether several people may stand on a line: there is only one line, or each but the last ends in a comma or semicolon. */
const runsOn = (lines: string[]) =>
  lines.every((line, at) => at === lines.length - 1 || /[,;]\s?$/.test(line));

/** A line cut behind each comma or semicolon that follows an address. A blank line is one blank entry. */
function entriesOf(line: string): string[] {
  const entries: string[] = [];
  let open = "";
  for (const piece of line.split(/([,;])/)) {
    const isEnd = piece === "," || piece === ";";
    if (isEnd && open.includes("@")) {
      entries.push(open);
      open = "";
    } else open += piece;
  }
  return open.trim() === "" && entries.length > 0 ? entries : [...entries, open];
}
