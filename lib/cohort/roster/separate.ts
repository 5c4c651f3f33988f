import Papa from "papaparse";
import { limits } from "./limits";

export const separators = [",", ";", "\t", "|"] as const;

export type Separator = (typeof separators)[number];

/** A row of a file: the line on which it begins, counted as an editor counts, and its cells. */
export interface Row {
  line: number;
  cells: string[];
  /** Its quotation marks don't pair up, so that its cells are one text: a row's, or with all that is below it. */
  broken?: "row" | "rest";
}

/** How many characters are read in all. Reading begins anew behind each broken row, with all that is left of the text. */
const mostRead = 4 * limits.bytes;

/** The rows of a text, from its first line on (`line` is that line's number). A row whose quotation marks don't pair up is
 *  broken, and its first line alone; where too many are, the last stands for the rest. Runs of blanks in a cell are one. */
export function separate(text: string, separator: Separator, line = 1): Row[] {
  const lines = withSingleBlanks(text, separator).split("\n");
  const rows: Row[] = [];
  let from = 0;
  let left = mostRead;
  while (from < lines.length) {
    const rest = lines.slice(from).join("\n");
    const { read, next } = readUntilBroken(rest, separator);
    for (const { line: at, cells } of read) rows.push({ line: line + from + at, cells });
    if (next === null) break;
    left -= rest.length;
    const broken = left < rest.length ? "rest" : "row";
    rows.push({ line: line + from + next, cells: [lines[from + next]!], broken });
    if (broken === "rest") break;
    from += next + 1;
  }
  return rows;
}

/** Rows with their line, from 0, and the line of the first whose quotation marks don't pair up, if there is one. */
function readUntilBroken(text: string, delimiter: Separator) {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: "\n" });
  const broken = errors.find(({ type }) => type === "Quotes")?.row;
  let line = 0;
  const read = data.slice(0, broken).map((cells) => {
    const row = { line, cells };
    line += 1 + cells.reduce((breaks, cell) => breaks + cell.split("\n").length - 1, 0);
    return row;
  });
  return { read, next: broken === undefined ? null : line };
}

/** Long runs of blanks behind stray quotation marks would cost the parser the square of their length. */
const withSingleBlanks = (text: string, separator: Separator) =>
  text.replace(separator === "\t" ? /[^\S\n\t]+/g : /[^\S\n]+/g, " ");
