import { splitCells } from "./cells";

/** What stands in the cells of the grid, as typed. */
export type GridCells = readonly (readonly string[])[];

export interface Size {
  readonly rows: number;
  readonly cols: number;
}

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

/** The response: rows on lines, cells by tabs; empty while nothing is typed. */
export function written(cells: GridCells): string {
  if (cells.every((row) => row.every((cell) => cell.trim() === ""))) return "";
  return cells.map((row) => row.map((cell) => cell.replace(/\s+/g, " ")).join("\t")).join("\n");
}

/** The grid that shows a response; 2×2 where there is none, whatever the true shape, which it must not tell. */
export function gridOf(response: string, shown: Size | undefined): GridCells {
  const size = shown ?? { rows: 2, cols: 2 };
  if (response.trim() === "") return resized([], size);
  const cells = split(response, shown?.cols === 1);
  if (!cells) return resized([[response]], shown ?? { rows: 1, cols: 1 });
  return resized(cells, shown ?? sizeOf(cells));
}

/** The grid after a paste at one of its cells, or undefined when the text is one cell. The first cell takes the
 *  pasted shape, unless the shape is shown; others grow the grid as far as needed. */
export function pasted(
  cells: GridCells,
  text: string,
  at: { row: number; col: number },
  fixedShape: boolean,
): GridCells | undefined {
  const { rows, cols } = sizeOf(cells);
  const block = split(text, cols === 1);
  if (!block) return undefined;
  const size = sizeOf(block);
  if (size.rows * size.cols <= 1) return undefined;
  if (!fixedShape && at.row === 0 && at.col === 0) return resized(block, size);
  const grown = {
    rows: Math.max(rows, at.row + size.rows),
    cols: Math.max(cols, at.col + size.cols),
  };
  return resized(cells, fixedShape ? { rows, cols } : grown).map((row, i) =>
    row.map((cell, j) => block[i - at.row]?.[j - at.col] ?? cell),
  );
}

function split(text: string, asColumn: boolean): GridCells | undefined {
  const read = splitCells(text);
  if ("message" in read || read.rows.length === 0) return undefined;
  const cols = Math.max(...read.rows.map((row) => row.length));
  const cells = read.rows.map((row) => Array.from({ length: cols }, (_, j) => row[j] ?? ""));
  return read.flat && asColumn ? (cells[0] ?? []).map((cell) => [cell]) : cells;
}
