import { workToRead } from "@/lib/exercise/algebra";
import type { Read } from "@/lib/exercise/kinds/kind";
import { readAmount } from "@/lib/exercise/read-amount";
import { type Cells, splitCells } from "./cells";
import type { MatrixView } from "./schema";
import { turned } from "./split";

/** The rows of a matrix. */
export type Rows = readonly (readonly number[])[];

/** More is not typed by hand. */
const mostCells = 1_000;

/** More cells of arithmetic are not worked out for one answer. What they come to in long arithmetic has a bound of its
 *  own, which they share. */
const mostWorkedOut = 40;

/** A matrix as typed or pasted; what is wrong is told by row and column, what cannot be read before what is empty. */
export function readMatrix(raw: string, view: MatrixView, work = workToRead()): Read<Rows> {
  const given = layOut(splitCells(raw, view.shown), view);
  if ("message" in given) return unreadable(given.message);
  const { cells, times } = given;
  const numbers: number[][] = cells.map(() => []);
  let [workedOut, empty] = [0, undefined as string | undefined];
  for (const { cell, i, place } of placed(cells)) {
    const read = cell === "" ? undefined : readAmount(cell, view, work);
    if (read?.status === "unreadable") {
      return unreadable(place ? `${place}: ${read.message}` : read.message);
    }
    if (read?.tex !== undefined) workedOut += 1;
    if (workedOut > mostWorkedOut) return unreadable(tooMuchArithmetic);
    if (!read) empty ??= place ? `${place} is empty.` : "There’s no number here.";
    numbers[i]?.push((read?.number ?? 0) * times + 0);
  }
  if (empty !== undefined) return { status: "unreadable", message: empty, unfinished: true };
  if (numbers.every((row) => row.every(Number.isFinite))) {
    return { status: "read", reading: numbers };
  }
  return unreadable("One of these numbers is too large to read.");
}

const tooMuchArithmetic = `Only ${mostWorkedOut} cells can hold arithmetic. Work some of them out and type the numbers.`;

function placed(cells: readonly (readonly string[])[]) {
  return cells.flatMap((row, i) =>
    row.map((cell, j) => ({ cell, i, place: placeOf(cells, i, j) })),
  );
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
  if (cols === 0) return "There are no numbers here. Write each row on its own line, such as 1 2.";
  if (rows.length * cols > mostCells) return "This is too large to read as an answer.";
  const ragged = rows.findIndex((row) => row.length !== cols);
  if (ragged < 0) return undefined;
  const has = (n: number) => `${n} ${n === 1 ? "number" : "numbers"}`;
  const there = has(rows[ragged]?.length ?? 0);
  return `Row 1 has ${has(cols)} and row ${ragged + 1} has ${there}: make all rows the same length.`;
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

function unreadable(message: string): Read<Rows> {
  return { status: "unreadable", message };
}
