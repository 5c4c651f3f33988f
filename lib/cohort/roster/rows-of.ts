import { chooseSeparator, headOf } from "./choose-separator";
import { findHeadings, isBlank } from "./headings";
import { limits } from "./limits";
import { isList, listRows } from "./list";
import { type Row, type Separator, separate } from "./separate";

/** Excel's own first line, which says what parts the cells. */
const excelsLine = /^"?sep=([,;\t|])"?[^\S\n]*(?:\n|$)/i;

/** The rows of a roster's text, up to the last that is not empty, and what parts their cells: null for a plain list. Null
 *  where the text has more than `limits.lines` lines. */
export function rowsOf(text: string): { separator: Separator | null; rows: Row[] } | null {
  const said = text.match(excelsLine);
  const rest = text.slice(said?.[0].length ?? 0).trimEnd();
  if (rest.split("\n", limits.lines + 1).length > limits.lines) return null;
  const separator = (said?.[1] as Separator | undefined) ?? chooseSeparator(rest);
  const line = said ? 2 : 1;
  const head = headOf(rest);
  if (!said && !hasTable(separate(head, separator)) && isList(head)) {
    return { separator: null, rows: untilLastFilled(listRows(rest, line)) };
  }
  return { separator, rows: untilLastFilled(separate(rest, separator, line)) };
}

/** Whether headings of several columns stand above the rows. */
const hasTable = (rows: Row[]) => (rows[findHeadings(rows)]?.cells.length ?? 0) > 1;

const untilLastFilled = (rows: Row[]) =>
  rows.slice(0, rows.findLastIndex(({ cells }) => !cells.every(isBlank)) + 1);
