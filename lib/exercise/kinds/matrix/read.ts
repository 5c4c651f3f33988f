import type { Read } from "@/lib/exercise/kinds/kind";
import { type ReadAmount, readAmount } from "@/lib/exercise/read-amount";
import { type Cells, splitCells } from "./cells";
import type { MatrixView } from "./schema";
import { turned } from "./split";

/** The rows of a matrix. */
export type Rows = readonly (readonly number[])[];

/** More is not typed by hand. */
const mostCells = 1_000;

/** A matrix as typed or pasted; what is wrong is told by row and column. */
export function readMatrix(raw: string, view: MatrixView): Read<Rows> {
  const given = layOut(splitCells(raw, view.shown), view);
  if ("message" in given) return unreadable(given.message);
  const { cells, times } = given;
  const read = cells.map((row) =>
    row.map((cell) => (cell === "" ? undefined : readAmount(cell, view))),
  );
  const wrong = firstWrong(read);
  if (wrong) return wrong;
  const numbers = read.map((row) => row.map((cell) => (numberOf(cell) ?? 0) * times + 0));
  if (numbers.every((row) => row.every(Number.isFinite))) {
    return { status: "read", reading: numbers };
  }
  return unreadable("One of these numbers is too large to be read.");
}

const numberOf = (cell: ReadAmount | undefined) =>
  cell?.status === "read" ? cell.number : undefined;

/** What cannot be read goes before what is still empty. */
function firstWrong(
  read: readonly (readonly (ReadAmount | undefined)[])[],
): (Read<Rows> & { status: "unreadable" }) | undefined {
  const cells = read.flatMap((row, i) =>
    row.map((cell, j) => ({ cell, place: placeOf(read, i, j) })),
  );
  for (const { cell, place } of cells) {
    if (cell?.status !== "unreadable") continue;
    return unreadable(place ? `${place}: ${cell.message}` : cell.message);
  }
  const empty = cells.find(({ cell }) => cell === undefined);
  if (!empty) return undefined;
  const message = empty.place ? `${empty.place} is empty.` : "There is no number here.";
  return { ...unreadable(message), unfinished: true };
}

/** A cell by what tells it from the others: a column has no second column to speak of. */
function placeOf(rows: readonly (readonly unknown[])[], i: number, j: number): string {
  const places = [
    ...(rows.length > 1 ? [`row ${i + 1}`] : []),
    ...((rows[0]?.length ?? 0) > 1 ? [`column ${j + 1}`] : []),
  ].join(", ");
  return places.charAt(0).toUpperCase() + places.slice(1);
}

interface LaidOut {
  readonly cells: readonly (readonly string[])[];
  readonly times: number;
}

/** The cells in the shape that they have, a list as the row or column that is asked, or why they have none. */
function layOut(split: Cells, view: MatrixView): LaidOut | { readonly message: string } {
  if ("message" in split) return split;
  const { rows, flat, transposed, times = 1 } = split;
  const given = flat && view.shown?.cols === 1 ? turned(rows) : rows;
  if (flat && !view.shown) return { message: rowOrColumn(given[0] ?? []) };
  const ragged = raggedness(given);
  if (ragged) return { message: ragged };
  const cells = transposed ? turned(given) : given;
  const wrong = misshapen(cells, view);
  return wrong ? { message: wrong } : { cells, times };
}

function raggedness(rows: readonly (readonly string[])[]): string | undefined {
  const cols = rows[0]?.length ?? 0;
  if (cols === 0) return "There are no numbers here. Write one row a line, such as 1 2.";
  if (rows.length * cols > mostCells) return "This is too large to be read as an answer.";
  const ragged = rows.findIndex((row) => row.length !== cols);
  if (ragged < 0) return undefined;
  const has = (n: number) => `${n} ${n === 1 ? "number" : "numbers"}`;
  const there = has(rows[ragged]?.length ?? 0);
  return `Row 1 has ${has(cols)} and row ${ragged + 1} has ${there}: give every row as many.`;
}

function misshapen(
  rows: readonly (readonly string[])[],
  { shown }: MatrixView,
): string | undefined {
  const cols = rows[0]?.length ?? 0;
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

function unreadable(message: string): Read<Rows> & { status: "unreadable" } {
  return { status: "unreadable", message };
}
