import { decideColumns, questionsOf } from "./columns";
import { decode } from "./decode";
import { findHeadings, isBlank } from "./headings";
import { limits } from "./limits";
import { readRows } from "./read-rows";
import type { Choices, Column, Roster } from "./roster";
import { rowsOf } from "./rows-of";
import { shorten } from "./shorten";
import { empty, noAddresses, notText, tooBig, tooLong, tooManyColumns } from "./unreadable";
import { widthOf } from "./width";

/** Reads a roster: a file's bytes or pasted text, comma, semicolon or tab separated with headings or without, or a plain
 *  list of addresses. What comes back is either "unreadable", with nothing to take, or "read": the people, the rows that
 *  are problems, those passed over, and what it took each column for. It is whole while questions are open: guesses stand
 *  in for the answers. `choices` answers them, and overrules what was found certain too. Pure: the same input reads the
 *  same. Never throws. */
export function readRoster(input: Uint8Array | string, choices: Choices = {}): Roster {
  if (isTooBig(input)) return tooBig;
  const decoded = decode(input);
  if (!decoded) return notText;
  const parted = rowsOf(decoded.text);
  if (!parted) return tooLong;
  const { separator, rows } = parted;

  const at = findHeadings(rows);
  const below = rows.slice(at + 1);
  const filled = below.filter(({ cells }) => !cells.every(isBlank));
  if (filled.length === 0) return empty;
  if (filled.length > limits.rows) return tooLong;
  const width = widthOf(rows[at]?.cells, filled);
  if (width > limits.columns) return tooManyColumns;

  const cells = filled.filter(({ broken }) => !broken).map((row) => row.cells);
  const columns =
    separator === null
      ? [listColumn(cells)]
      : decideColumns(rows[at]?.cells ?? null, cells, width, choices);
  if (!columns.some(({ meaning }) => meaning === "email")) return noAddresses;
  return {
    status: "read",
    encoding: decoded.encoding,
    separator,
    headerLine: rows[at]?.line ?? null,
    columns,
    questions: questionsOf(columns),
    ...readRows(rows, at, { columns, width, separator }),
  };
}

const isTooBig = (input: Uint8Array | string) =>
  input.length > limits.bytes ||
  (typeof input === "string" && new TextEncoder().encode(input).length > limits.bytes);

const listColumn = (cells: string[][]): Column => ({
  index: 0,
  header: "",
  meaning: "email",
  by: "contents",
  certain: true,
  samples: cells.slice(0, 3).map(([cell]) => shorten(cell!, 40)),
});
