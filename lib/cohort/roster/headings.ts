import { hasAddress } from "./address";
import { signOf } from "./header-words";
import type { Row } from "./separate";

export const isBlank = (cell: string): boolean => !/\S/.test(cell);

/** How many different things a row's cells name as headings do, or 0 where they are no headings: an address stands in it,
 *  or a single word that somebody's row could have too. */
export function countSigns({ cells, broken }: Row): number {
  if (broken || cells.some(hasOwnAddress)) return 0;
  const signs = new Set(cells.slice(0, 200).map(signOf));
  signs.delete(null);
  const isAlone = cells.every((cell, at) => at === 0 || isBlank(cell));
  return signs.has("email") || isAlone || signs.size > 1 ? signs.size : 0;
}

/** An address as a heading's example, "Email (name@uni.example)", is nobody's. */
const hasOwnAddress = (cell: string) => hasAddress(cell.slice(0, 300).replace(/\([^()]*\)/g, ""));

/** Which row holds the headings, or -1. Of the first ten, it is the one with most words that we know. Where
 *  there is none, the first row
 *  still does if all of its cells are filled and addresses stand below it alone. */
export function findHeadings(rows: Row[]): number {
  const filled = rows.slice(0, 30).filter(({ cells }) => !cells.every(isBlank));
  const counts = filled.slice(0, 10).map(countSigns);
  const most = Math.max(0, ...counts);
  if (most > 0) return rows.indexOf(filled[counts.indexOf(most)]!);
  const [first, ...below] = filled;
  if (!first || first.broken || first.cells.length < 2) return -1;
  const isUnlike = first.cells.every((cell) => !isBlank(cell) && !/[@\d]/.test(cell));
  return isUnlike && below.some(({ cells }) => cells.some(hasAddress)) ? rows.indexOf(first) : -1;
}
