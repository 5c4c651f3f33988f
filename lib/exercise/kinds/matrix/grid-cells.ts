import { quote } from "@/lib/exercise/quote";
import { readNumber } from "@/lib/exercise/read-number";
import { gridResponse, type Size, splitCells } from "./cells";
import { turned } from "./split";

export type { Size } from "./cells";

/** What stands in the cells of the grid, as typed. */
export type GridCells = readonly (readonly string[])[];

/** More is pasted, not typed; grading reads as many as this, and more. */
export const mostAcross = 24;

const within = (n: number) => Math.max(1, Math.min(mostAcross, n));

/** The cells cut or filled up to this size. */
export function resized(cells: GridCells, { rows, cols }: Size): GridCells {
  return Array.from({ length: within(rows) }, (_, i) =>
    Array.from({ length: within(cols) }, (_, j) => cells[i]?.[j] ?? ""),
  );
}

export function sizeOf(cells: GridCells): Size {
  return { rows: cells.length, cols: cells[0]?.length ?? 0 };
}

/** The response; empty while nothing is typed. */
export function written(cells: GridCells): string {
  return cells.every((row) => row.every((cell) => cell.trim() === "")) ? "" : gridResponse(cells);
}

/** The grid that shows a response; 2×2 where there is none, whatever the true shape, which it must not tell. */
export function gridOf(response: string, shown: Size | undefined): GridCells {
  const size = shown ?? { rows: 2, cols: 2 };
  if (response.trim() === "") return resized([], size);
  const cells = splitInto(response, shown, shown?.cols === 1);
  if (!isGrid(cells) || tooLarge(sizeOf(cells))) {
    return resized([[response]], shown ?? { rows: 1, cols: 1 });
  }
  return resized(cells, shown ?? sizeOf(cells));
}

/** The grid after a paste at one of its cells, or why the text is not pasted; undefined when it is one cell's. The
 *  first cell takes the pasted shape, unless the shape is shown; others grow the grid as far as needed. */
export function pasted(
  cells: GridCells,
  text: string,
  at: { row: number; col: number },
  fixedShape: boolean,
): GridCells | { readonly message: string } | undefined {
  const own = sizeOf(cells);
  if (own.cols === 1 && isOneCell(text, fixedShape)) return undefined;
  const block = splitInto(text, fixedShape ? own : undefined, own.cols === 1);
  if (!isGrid(block)) return block;
  const size = sizeOf(block);
  if (size.rows * size.cols <= 1) return undefined;
  const words = block.flat().find((cell) => cell !== "" && !mayBeNumber(cell));
  if (words !== undefined) return { message: `${quote(words)} is not a number.` };
  const whole = at.row === 0 && at.col === 0 && !fixedShape;
  const reach = { rows: at.row + size.rows, cols: at.col + size.cols };
  const most = fixedShape ? own : { rows: mostAcross, cols: mostAcross };
  if (reach.rows > most.rows || reach.cols > most.cols) {
    const room = `${most.rows - at.row}×${most.cols - at.col}`;
    return { message: `It’s ${size.rows}×${size.cols}, and there’s only room for ${room} here.` };
  }
  if (whole) return block;
  const grown = { rows: Math.max(own.rows, reach.rows), cols: Math.max(own.cols, reach.cols) };
  return resized(cells, grown).map((row, i) =>
    row.map((cell, j) => block[i - at.row]?.[j - at.col] ?? cell),
  );
}

/** In a column, a line is one cell's, spaces and all, unless it could be no number and the shape may still change. */
function isOneCell(text: string, fixedShape: boolean): boolean {
  if (/[\n\r\t;[\]{}\\]/.test(text.trim())) return false;
  return fixedShape || readNumber(text).status === "read";
}

const isGrid = (split: ReturnType<typeof splitInto>): split is GridCells => Array.isArray(split);

const tooLarge = ({ rows, cols }: Size) => rows > mostAcross || cols > mostAcross;

/** Whether a cell is a number, or has one in it; which it is, is for the grader to say. */
const mayBeNumber = (cell: string) => /\p{N}/u.test(cell) || /^[-+−]?(?:e|pi|π)$/.test(cell);

function splitInto(
  text: string,
  asked: Size | undefined,
  asColumn: boolean,
): GridCells | { readonly message: string } | undefined {
  const read = splitCells(text, asked);
  if ("message" in read) return read;
  if (read.rows.length === 0) return undefined;
  const { times = 1, transposed, flat } = read;
  const cols = Math.max(...read.rows.map((row) => row.length));
  const cells = read.rows.map((row) =>
    Array.from({ length: cols }, (_, j) => scaled(row[j] ?? "", times)),
  );
  return transposed || (flat && asColumn) ? turned(cells) : cells;
}

/** A cell with the number in it multiplied; float64's last figures, which nobody typed, are rounded away. */
function scaled(cell: string, times: number): string {
  if (times === 1 || cell === "") return cell;
  const read = readNumber(cell);
  if (read.status === "unreadable") return `${times}*(${cell})`;
  return String(Number((read.number * times).toPrecision(15)));
}
