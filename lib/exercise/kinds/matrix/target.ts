import type { KeyboardEvent } from "react";
import type { Size } from "./grid-cells";

/** The cell that a key leads to: arrows to the neighbour, left and right from the ends of the text alone; Enter down,
 *  then to the top of the next column. Undefined when the key stays with the text. */
export function target(
  event: KeyboardEvent<HTMLInputElement>,
  row: number,
  col: number,
  { rows, cols }: Size,
): { row: number; col: number } | undefined {
  if (event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing)
    return undefined;
  const { selectionStart: start, selectionEnd: end, value } = event.currentTarget;
  const all = start === 0 && end === value.length;
  const last = row === rows - 1;
  switch (event.key) {
    case "ArrowUp":
      return row > 0 ? { row: row - 1, col } : undefined;
    case "ArrowDown":
      return last ? undefined : { row: row + 1, col };
    case "ArrowLeft":
      return (all || end === 0) && col > 0 ? { row, col: col - 1 } : undefined;
    case "ArrowRight":
      return (all || start === value.length) && col < cols - 1 ? { row, col: col + 1 } : undefined;
    case "Enter":
      if (event.shiftKey) return { row: Math.max(0, row - 1), col };
      return last
        ? { row: col < cols - 1 ? 0 : row, col: Math.min(col + 1, cols - 1) }
        : { row: row + 1, col };
    default:
      return undefined;
  }
}
