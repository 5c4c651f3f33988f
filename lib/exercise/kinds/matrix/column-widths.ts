import type { GridCells } from "./grid-cells";

/** A cell is no wider than this many digits: what is longer is moved through. */
const most = 24;

/** The widths of a grid's columns, in CSS: each has room for the longest number in it and for a mark beside that. */
export function columnWidths(cells: GridCells): string {
  const columns = (cells[0] ?? []).map((_, col) =>
    Math.min(most, Math.max(...cells.map((line) => (line[col] ?? "").length))),
  );
  return columns.map((digits) => `max(5.25rem, calc(${digits}ch + 2.25rem))`).join(" ");
}
