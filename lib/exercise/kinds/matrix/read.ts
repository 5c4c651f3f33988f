import type { Read } from "@/lib/exercise/kinds/kind";
import { readNumber } from "@/lib/exercise/read-number";
import { splitCells } from "./cells";
import type { MatrixView } from "./schema";

/** The rows of a matrix. */
export type Rows = readonly (readonly number[])[];

/** More is not typed by hand. */
const mostCells = 1_000;

/** A matrix as typed or pasted; what is wrong is told by row and column. */
export function readMatrix(raw: string, view: MatrixView): Read<Rows> {
  const cells = splitCells(raw);
  if ("message" in cells) return unreadable(cells.message);
  const given = cells.flat && view.shown?.cols === 1 ? turned(cells.rows) : cells.rows;
  if (cells.flat && !view.shown) return unreadable(rowOrColumn(given[0] ?? []));
  const wrong = misshapen(given, view);
  if (wrong) return unreadable(wrong);
  const rows: number[][] = [];
  for (const [i, row] of given.entries()) {
    const numbers: number[] = [];
    for (const [j, cell] of row.entries()) {
      const read = cell === "" ? undefined : readNumber(cell);
      const place = `Row ${i + 1}, column ${j + 1}`;
      if (!read) return unreadable(`${place} is empty.`);
      if (read.status === "unreadable") return unreadable(`${place}: ${read.message}`);
      numbers.push(read.number);
    }
    rows.push(numbers);
  }
  return { status: "read", reading: rows };
}

function misshapen(
  rows: readonly (readonly string[])[],
  { shown }: MatrixView,
): string | undefined {
  const cols = rows[0]?.length ?? 0;
  if (cols === 0) return "There are no numbers here. Write one row a line, such as 1 2.";
  if (rows.length * cols > mostCells) return "This is too large to be read as an answer.";
  const ragged = rows.findIndex((row) => row.length !== cols);
  if (ragged >= 0) {
    const has = (n: number) => `${n} ${n === 1 ? "number" : "numbers"}`;
    const there = has(rows[ragged]?.length ?? 0);
    return `Row 1 has ${has(cols)} and row ${ragged + 1} has ${there}: give every row as many.`;
  }
  if (!shown || (shown.rows === rows.length && shown.cols === cols)) return undefined;
  return `The answer here is ${shown.rows}×${shown.cols}, and this is ${rows.length}×${cols}.`;
}

function rowOrColumn(cells: readonly string[]): string {
  const [a = "1", b = "2"] = cells;
  const more = cells.length > 2;
  const row = `[[${a}, ${b}${more ? ", …" : ""}]]`;
  const column = `[[${a}], [${b}]${more ? ", …" : ""}]`;
  return `Is this a row or a column? Write ${row} for a row, ${column} for a column.`;
}

function turned(rows: readonly (readonly string[])[]): string[][] {
  return (rows[0] ?? []).map((_, j) => rows.map((row) => row[j] ?? ""));
}

function unreadable(message: string): Read<Rows> {
  return { status: "unreadable", message };
}
